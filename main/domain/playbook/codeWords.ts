import { textIn, type Texts } from './playbook.ts'

/**
 * Says the same whether the order belongs to somebody else, cannot be reached, or does not exist: who asks learns nothing
 * about orders that are not theirs.
 */
const first: Texts = {
  en: 'To keep orders private, we only speak about an order with the person who placed it. If this order was placed with another address that we can write to, we have sent a code there. Please write that code here.',
  zh: '为了保护订单隐私，订单信息只能告知下单人。如果这个订单是用其他联系方式下的，且我们能联系到，验证码已发送到那里，请把验证码发到这里。',
  es: 'Para proteger sus datos, solo hablamos de un pedido con quien lo hizo. Si este pedido se hizo con otra dirección a la que podemos escribir, hemos enviado un código allí. Escríbanos ese código aquí, por favor.',
  fr: "Pour protéger vos données, nous ne parlons d'une commande qu'avec la personne qui l'a passée. Si cette commande a été passée avec une autre adresse à laquelle nous pouvons écrire, nous y avons envoyé un code. Merci de nous l'écrire ici.",
  de: 'Zum Schutz der Daten sprechen wir über eine Bestellung nur mit der Person, die sie aufgegeben hat. Wurde diese Bestellung mit einer anderen Adresse aufgegeben, an die wir schreiben können, haben wir dorthin einen Code geschickt. Bitte schreiben Sie ihn uns hier.',
  ja: 'ご注文内容の保護のため、ご注文に関するご案内はご注文者ご本人様に限らせていただいております。当店からご連絡できる別の連絡先でご注文の場合は、そちらに確認コードをお送りしました。コードをこちらにご記入ください。',
  ar: 'لحماية الخصوصية، لا نتحدث عن طلب إلا مع صاحبه. إذا كان هذا الطلب مسجلاً بعنوان آخر يمكننا مراسلته فقد أرسلنا رمزًا إليه. يرجى كتابة الرمز هنا.',
}
const again: Texts = {
  en: 'We still need the code to go on. If an order with this number was placed with another address, the code is in a message from us there; please look among spam as well. If the order number was mistyped, please send it again.',
  zh: '我们还需要验证码才能继续。如果该订单是用其他联系方式下的，验证码就在我们发到那里的消息中，也请看一下垃圾邮件。如果订单号写错了，请重新发送订单号。',
  es: 'Todavía necesitamos el código para continuar. Si hay un pedido con este número hecho con otra dirección, el código está en nuestro mensaje allí; mire también el correo no deseado. Si el número estaba mal escrito, envíelo de nuevo.',
  fr: "Il nous faut encore le code pour continuer. Si une commande portant ce numéro a été passée avec une autre adresse, le code se trouve dans notre message à cette adresse ; regardez aussi dans les indésirables. Si le numéro était erroné, merci de l'envoyer à nouveau.",
  de: 'Wir brauchen noch den Code, um weiterzumachen. Gibt es eine Bestellung mit dieser Nummer unter einer anderen Adresse, steht der Code dort in unserer Nachricht; bitte auch im Spam-Ordner nachsehen. War die Nummer vertippt, schicken Sie sie bitte noch einmal.',
  ja: '続けるには確認コードが必要です。この番号のご注文が別の連絡先で行われている場合、そちらへお送りしたメッセージにコードが記載されています。迷惑メールもご確認ください。注文番号に誤りがあった場合は、もう一度お送りください。',
  ar: 'ما زلنا نحتاج إلى الرمز للمتابعة. إذا كان هناك طلب بهذا الرقم مسجل بعنوان آخر فستجد الرمز في رسالتنا إليه، ويرجى التحقق من البريد غير المرغوب فيه. وإذا كان الرقم خطأ فأرسله مرة أخرى.',
}

/** For whoever writes from the order's own account, and has heard already how it stands. */
const contents: Texts = {
  en: 'What is in an order and what it cost we only tell with a code. If we can write to the address on the order, we have sent one there. Please write that code here.',
  zh: '订单里的商品和金额需要验证码才能告知。如果能联系到该订单上的联系方式，验证码已发送到那里，请把验证码发到这里。',
  es: 'El contenido y el importe de un pedido solo los decimos con un código. Si podemos escribir a la dirección del pedido, lo hemos enviado allí. Escríbanos ese código aquí, por favor.',
  fr: 'Nous ne donnons le contenu et le montant d’une commande qu’avec un code. Si nous pouvons écrire à l’adresse de la commande, nous l’y avons envoyé. Merci de nous l’écrire ici.',
  de: 'Was in einer Bestellung ist und was sie gekostet hat, sagen wir nur mit einem Code. Wenn wir an die Adresse der Bestellung schreiben können, haben wir ihn dorthin geschickt. Bitte schreiben Sie ihn uns hier.',
  ja: 'ご注文の内容と金額は、確認コードをいただいてからご案内しております。ご注文の連絡先へご連絡できる場合は、そちらにコードをお送りしました。コードをこちらにご記入ください。',
  ar: 'لا نذكر محتويات الطلب ومبلغه إلا برمز. إذا كان بإمكاننا مراسلة العنوان المسجل في الطلب فقد أرسلنا الرمز إليه. يرجى كتابة الرمز هنا.',
}

const wordings = { first, contents, again }

export function askForCode(wording: keyof typeof wordings, language: string): string {
  return textIn(wordings[wording], language)
}
