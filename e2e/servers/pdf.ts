interface Tricks {
  trailer?: string
  /** Object 6. */
  more?: string
  resources?: string
  /** Objects from 7 on. */
  forms?: readonly string[]
}

/** A PDF of one page. Its first five objects are ordinary. */
function pdf(content: string, { trailer = '', more = 'null', resources = '', forms = [] }: Tricks = {}): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    more,
    ...forms,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  )
}

const lines = (texts: readonly string[]) =>
  texts.map((text, index) => `BT /F1 12 Tf 50 ${700 - index * 20} Td (${text}) Tj ET`).join('\n')

export const goodPdf = (texts: readonly string[]) => pdf(lines(texts))

export const lockedPdf = () =>
  pdf(lines(['Secret']), {
    trailer: '/Encrypt 6 0 R /ID [<00> <00>]',
    more: `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
  })

export const brokenPdf = () => Buffer.from('%PDF-1.7\nand then nothing that makes sense')

/**
 * A few kilobytes that unfold: each form draws the next one ten times, so its one page asks for ten to the
 * `depth` texts. A reader runs out of memory or of time.
 */
export function endlessPdf(depth = 12): Buffer {
  const forms = Array.from({ length: depth }, (_, level) => {
    const isLast = level === depth - 1
    const content = isLast ? 'BT /F1 12 Tf (again and again) Tj ET' : '/Next Do\n'.repeat(10)
    const uses = isLast ? '/Font << /F1 5 0 R >>' : `/XObject << /Next ${level + 8} 0 R >>`
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${uses} >> /Length ${content.length} >>\nstream\n${content}\nendstream`
  })
  return pdf('/Next Do', { resources: '/XObject << /Next 7 0 R >>', forms })
}
