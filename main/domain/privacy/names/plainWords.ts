const list = `dear hello hi hey thanks thank thx regards best kind warm sincerely yours cheers please pls sorry yes no ok okay why what when
  where who how which whose is are was were am be been do does did can could will would shall should may might must have has had
  i you he she it we they my your his her its our their this that these those here there the a an and or but if then so because
  since while after before about for from with without into onto over under between to of in on at by as not also just only
  still already again never always today tomorrow yesterday now later soon monday tuesday wednesday thursday friday saturday
  sunday january february march april may june july august september october november december spring summer autumn winter
  mr mrs ms miss dr prof sir madam customer client service support care team help desk account order orders number invoice
  payment refund return returns exchange delivery shipping shipment parcel package tracking address phone mobile email mail
  website app online shop store product products item items size color colour price discount coupon code voucher gift card
  warranty guarantee manual battery charger cable screen phone case bag shoes shirt dress jacket lamp table chair bed sofa
  new old good great bad nice big small large medium red blue green black white grey gray pink yellow brown silver gold
  english german french spanish italian chinese japanese korean russian dutch polish turkish arabic portuguese swedish
  danish norwegian finnish greek czech hungarian american british european canadian mexican brazilian indian african asian
  england germany france spain italy china japan korea russia netherlands poland turkey portugal sweden denmark norway
  finland greece hungary america britain europe canada mexico brazil africa australia austria switzerland belgium ireland
  united kingdom states usa london berlin paris madrid rome vienna zurich munich hamburg beijing shanghai tokyo new york
  los angeles san francisco chicago boston washington texas california florida east west north south bank visa mastercard
  amex paypal apple google amazon ebay facebook instagram whatsapp telegram microsoft windows android iphone ipad galaxy
  samsung sony nintendo playstation xbox bluetooth wifi usb black friday cyber christmas easter halloween valentine
  user bot agent name date time phone fax desk website info personal professional office suite apt apartment unit floor
  street road avenue lane drive city state country zip postal code po box question questions answer subject re fwd fw
  ich sie wir mein meine ihre der die das ein eine und oder aber nicht wo wie was wann warum hallo guten tag morgen abend
  danke bitte bestellung lieferung rechnung paket kunde kundin frage grusse gruss mit freundlichen viele liebe beste
  hola buenos buenas dias tardes noches gracias pedido envio cliente saludos cordiales estimado estimada
  bonjour bonsoir merci commande livraison client cordialement madame monsieur je vous nous mon ma votre
  let lets got get give take make see look need want like love know think say said tell told ask asked call called check
  send sent buy bought pay paid ship shipped arrive arrived receive received cancel change update open close start stop
  work works first second third last next one two three four five six seven eight nine ten all any some every each other
  another more most less few many much very really too quite am pm est gmt usd eur gbp cny no. nr id sku vat tax faq pdf`

const plain = new Set(list.split(/\s+/u))

/** Words that are written with a capital at the start of a sentence or line and are no names. Flat. */
export function isPlainWord(flatWord: string): boolean {
  return plain.has(flatWord)
}
