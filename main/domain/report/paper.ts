/** Where paper is A4 although the continent writes on Letter. */
const a4 =
  /^America\/(?:Araguaina|Argentina\/.{1,40}|Asuncion|Bahia|Belem|Buenos_Aires|Cayenne|Fortaleza|Godthab|Guayaquil|Guyana|Lima|Maceio|Manaus|Montevideo|Nuuk|Paramaribo|Porto_Velho|Recife|Sao_Paulo)$/u

/** What lies in the printers around a shop, by its time zone. */
export function paperOf(timeZone: string): 'A4' | 'Letter' {
  const isLetter = /^(?:America|US|Canada)\//u.test(timeZone) || /^(?:Pacific\/Honolulu|Asia\/Manila)$/u.test(timeZone)
  return isLetter && !a4.test(timeZone) ? 'Letter' : 'A4'
}
