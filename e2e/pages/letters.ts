import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SendMailOptions } from 'nodemailer'
import { root } from '../app.ts'

const picture = readFileSync(join(root, 'resources/icon.512.png'))

const newsletter = `<html><head><style>
  body { margin: 0; background: #f6f2ea; font-family: Georgia, serif; color: #2c2a26 }
  .box { max-width: 560px; margin: 0 auto; padding: 28px }
  .head { background: #8a3b2a; color: #fff; padding: 18px 28px; border-radius: 8px 8px 0 0 }
  .body { background: #fff; padding: 24px 28px; border-radius: 0 0 8px 8px }
  .button { display: inline-block; background: #8a3b2a; color: #fff; padding: 10px 18px; border-radius: 6px }
</style></head><body><div class="box"><div class="head"><h1>Bluewater Roasters</h1></div><div class="body">
  <p>Dear Harbour &amp; Pine,</p>
  <p>your spring samples are ready. Which of the three roasts may we send, and <b>how many bags</b>?</p>
  <table cellpadding="6"><tr><td>Ethiopia Guji</td><td>$11.40</td></tr><tr><td>Colombia Huila</td><td>$10.20</td></tr>
  <tr><td>House blend</td><td>$8.90</td></tr></table>
  <p><a class="button" href="https://orders.bluewater.test/spring">Choose your samples</a></p>
  <img src="https://pixel.bluewater.test/open.gif" width="1" height="1"><img src="cid:logo" width="1" height="1">
</div></div></body></html>`

const paragraphs = [
  'I have been a customer of yours for eleven years, and in all that time I have never had a reason to write.',
  'Last spring I bought the Tidewater grinder, the large one with the walnut handle, and it has been a joy every morning since. My daughter visited in August and liked it so much that I ordered a second one for her birthday.',
  'That second grinder is what this letter is about. The box arrived in good shape, the handle is lovely, but the burrs sit a little crooked, so the grounds come out uneven: some fine as flour, some as coarse as sand.',
  'I tried what your leaflet says: I took it apart, cleaned it with the brush and a cup of rice, and set it back to zero. It was better for two days and then the same again.',
  'Could you tell me whether this is something you can repair, or whether I should send the whole grinder back? I would rather keep the handle, because the grain matches the first one so nicely.',
  'One more thing. The address on my last invoice is still the old one in Lunenburg; we moved to Mahone Bay in May.',
]

const from = (name: string, user: string) => `${name} <${user}@customer.test>`

/** One of each kind of mail that is hard to show well. */
export const letters: readonly SendMailOptions[] = [
  {
    from: from('Bluewater Roasters', 'hello'),
    subject: 'Your spring samples',
    html: newsletter,
    attachments: [{ filename: 'logo.png', content: picture, cid: 'logo' }],
  },
  {
    from: from('Hannah Weiss', 'hannah'),
    subject: 'Order HP-20611: photos and invoice',
    text: 'Hello,\n\nhere are the invoice and a photo of the box. The kettle is fine, its lid does not close.\n\nBest wishes\nHannah\n\n-- \nHannah Weiss\nSent from my phone',
    attachments: [
      { filename: 'invoice-HP-20611.pdf', content: '%PDF-1.4 an invoice', contentType: 'application/pdf' },
      { filename: 'box.png', content: picture, contentType: 'image/png' },
      { filename: 'measurements.xlsx', content: Buffer.alloc(48_000, 7), contentType: 'application/octet-stream' },
    ],
  },
  {
    from: from('Margaret Fitzgerald-Thornbury', 'margaret.fitzgerald.thornbury'),
    subject: 'The second grinder, a question about the burrs, and my new address in Mahone Bay',
    text: Array.from({ length: 4 }, () => paragraphs.join('\n\n')).join('\n\n'),
  },
  {
    from: from('نور الهاشمي', 'noor'),
    subject: 'سؤال عن الشحن',
    text: 'مرحباً،\n\nهل يمكنكم شحن طقم القهوة إلى مونتريال قبل يوم الجمعة؟ رقم الطلب هو HP-20577.\n\nشكراً جزيلاً،\nنور',
  },
  {
    from: from('Piet de Boer', 'bounce'),
    subject: 'Delivery time',
    text: 'Hi, how long does delivery take?\n\nPiet',
  },
  {
    from: from('Lucía Fernández', 'lucia'),
    subject: 'Returning a blanket',
    text: 'Hello, can I return something I bought two weeks ago?\n\nLucía',
  },
  {
    from: from('Kofi Mensah', 'greylist'),
    subject: 'Delivery time',
    text: 'Good morning, when will my parcel arrive?',
  },
]
