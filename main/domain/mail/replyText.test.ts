import { expect, test } from 'vitest'
import { splitReply } from './replyText.ts'

const answer = 'Where is my parcel?\nIt should be here by now.'

test.each([
  ['English', 'On Mon, Mar 2, 2026 at 10:00 AM Tea Shop <shop@shop.test> wrote:'],
  ['English over two lines', 'On Mon, Mar 2, 2026 at 10:00 AM, Tea Shop <a-rather-long-name@shop.test>\nwrote:'],
  ['German', 'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Teeladen <laden@shop.test>:'],
  ['French', 'Le lun. 2 mars 2026 à 10:00, Thé <the@shop.test> a écrit :'],
  ['Italian', 'Il giorno lun 2 mar 2026 alle ore 10:00 Tè <te@shop.test> ha scritto:'],
  ['Spanish', 'El lun, 2 mar 2026 a las 10:00, Té (<te@shop.test>) escribió:'],
  ['Portuguese', 'Em seg., 2 de mar. de 2026 às 10:00, Chá <cha@shop.test> escreveu:'],
  ['Danish', 'Den man. 2. mar. 2026 kl. 10.00 skrev Te <te@shop.test>:'],
  ['Dutch', 'Op ma 2 mrt 2026 om 10:00 schreef Thee <thee@shop.test>:'],
  ['Chinese', '茶店 <shop@shop.test> 于2026年3月2日周一 10:00写道：'],
  ['Chinese with "zai"', '在 2026年3月2日，10:00，茶店 <shop@shop.test> 写道：'],
  ['Japanese', '2026年3月2日(月) 10:00 茶店 <shop@shop.test>:'],
  ['Russian', 'пн, 2 мар. 2026 г. в 10:00, Чай <tea@shop.test> написал(а):'],
])('the quote under a %s introduction is folded away', (_, intro) => {
  const quoted = splitReply(`${answer}\n\n${intro}\n\n> Your parcel left today.\n> Tea Shop\n`)
  expect(quoted.text).toBe(answer)
  expect(quoted.quoted).toContain('Your parcel left today.')
  expect(splitReply(`${answer}\n\n${intro}\nYour parcel left today.\n`).text).toBe(answer)
})

test.each([
  ['English', 'From: Tea Shop <shop@shop.test>\nSent: Monday, March 2, 2026 10:00 AM\nTo: Alice\nSubject: Order'],
  ['bold English', '*From:* Tea Shop\n*Sent:* Monday\n*To:* Alice\n*Subject:* Order'],
  ['German', 'Von: Teeladen\nGesendet: Montag, 2. März 2026 10:00\nAn: Alice\nBetreff: Bestellung'],
  ['French', 'De : Thé\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Alice\nObjet : Commande'],
  ['Spanish', 'De: Té\nEnviado el: lunes, 2 de marzo de 2026 10:00\nPara: Alice\nAsunto: Pedido'],
  ['Chinese', '发件人: 茶店\n发送时间: 2026年3月2日 10:00\n收件人: Alice\n主题: 订单'],
  ['Japanese', '差出人: 茶店\n送信日時: 2026年3月2日 10:00\n宛先: Alice\n件名: 注文'],
  ['Original Message', '-----Original Message-----\nfrom someone'],
  ['Ursprüngliche Nachricht', '-------- Ursprüngliche Nachricht --------\nx'],
  ['QQ Mail', '------------------ 原始邮件 ------------------\n发件人: "茶店"'],
  ['forwarded', '---------- Forwarded message ---------\nFrom: x'],
])('what stands under a %s block is folded away', (_, block) => {
  expect(splitReply(`${answer}\n\n________________________________\n${block}\n\nOld words.`).text).toBe(answer)
})

test.each([
  'Sent from my iPhone',
  'Von meinem iPhone gesendet',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  '发自我的iPhone',
  'Get Outlook for iOS<https://aka.ms/x>',
])('the line "%s" is a signature', line => {
  expect(splitReply(`${answer}\n\n${line}`)).toEqual({ text: answer, quoted: line })
})

test('a signature under two dashes is folded away, dashes in a sentence are not', () => {
  expect(splitReply(`${answer}\n\n-- \nAlice\n+49 1234`)).toEqual({ text: answer, quoted: '--\nAlice\n+49 1234' })
  expect(splitReply('The cup -- the blue one -- broke.').text).toBe('The cup -- the blue one -- broke.')
})

test('answers between quoted lines keep their questions, answers below one quote stand alone', () => {
  const between = '> Which colour?\nBlue.\n> Which size?\nLarge.\n'
  expect(splitReply(`Hi,\nOn 2 Mar 2026, Shop <s@shop.test> wrote:\n${between}`).text).toContain(
    '> Which size?\nLarge.',
  )
  const below = splitReply('Hi,\nOn 2 Mar 2026, Shop <s@shop.test> wrote:\n> Which colour?\n\nBlue, please.\n')
  expect(below.text).toBe('Hi,\n\nBlue, please.')
  expect(below.quoted).toContain('> Which colour?')
})

test('a customer’s own lists and citations are not mistaken for older mail', () => {
  for (const words of [
    'On 5.3.2026 I ordered these:\n- a teapot\n- two cups',
    'Please send it\nFrom: Berlin\nTo: Munich\nDate: 5 May',
    'On Monday you wrote:\nit leaves in two days.\nIt did not.',
    'Am 5.3. habe ich Folgendes bestellt:\nzwei Tassen',
    'The cup is broken.\nSent you pictures from my phone',
    'Hello,\nSent from my desk, the parcel took two days by phone',
    'Hello\n--\n' + Array.from({ length: 30 }, (_, line) => `Point ${line}`).join('\n'),
  ])
    expect(splitReply(words)).toEqual({ text: words, quoted: null })
})

test('when nothing of its own would remain, the whole mail is the text', () => {
  for (const words of [
    '> only a quote',
    '-- \nAlice',
    '---------- Forwarded message ---------\nFrom: x\n\nPlease read',
    'Sent from my iPhone',
  ])
    expect(splitReply(words).text).not.toBe('')
  expect(splitReply('')).toEqual({ text: '', quoted: null })
})

test('a very long mail is split in no time', () => {
  const long = `${answer}\n${'On Mon, a b c d e f g h '.repeat(4000)}\n${'> x\n'.repeat(50_000)}${'_'.repeat(100_000)}\n${'From: a\n'.repeat(5000)}`
  const started = performance.now()
  expect(splitReply(long).text).toContain('Where is my parcel?')
  expect(performance.now() - started).toBeLessThan(2000)
})
