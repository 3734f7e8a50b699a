import type { OrderStatus } from '#contract/orders.ts'

export interface OrderWords {
  status: Readonly<Record<OrderStatus, string>>
  tracking: string
  trackingBy: string
  trackingPage: string
  expected: string
  delivered: string
  /** Between a quantity and a name. */
  times: string
  comma: string
  /** Between two sentences. */
  blank: string
  codeSubject: string
  codeBody: string
}

const words = {
  en: {
    status: {
      pending: 'Your order has been received and is not paid yet.',
      paid: 'Your order has been received and paid; it has not been sent yet.',
      processing: 'Your order is being prepared.',
      shipped: 'Your order has been sent.',
      delivered: 'Your order has been delivered.',
      cancelled: 'Your order has been cancelled.',
      returned: 'Your order has been returned.',
      refunded: 'Your order has been refunded.',
      unknown: 'Your order is in our books.',
    },
    tracking: 'The tracking number is {number}.',
    trackingBy: 'It travels with {carrier}, tracking number {number}.',
    trackingPage: 'You can follow it here: {url}',
    expected: 'It should arrive on {day}.',
    delivered: 'It was delivered on {day}.',
    times: ' × ',
    comma: ', ',
    blank: ' ',
    codeSubject: 'Your code for order {number}',
    codeBody:
      'Your code for order {number} is {code}.\n\nIt is valid for {minutes} minutes. Please enter it in the conversation in which you asked about the order. If you did not ask, you need not do anything: without the code nobody is told anything.',
  },
  zh: {
    status: {
      pending: '您的订单已收到，尚未付款。',
      paid: '您的订单已付款，尚未发货。',
      processing: '您的订单正在备货。',
      shipped: '您的订单已发货。',
      delivered: '您的订单已送达。',
      cancelled: '您的订单已取消。',
      returned: '您的订单已退货。',
      refunded: '您的订单已退款。',
      unknown: '我们已查到您的订单。',
    },
    tracking: '快递单号：{number}。',
    trackingBy: '快递公司：{carrier}，快递单号：{number}。',
    trackingPage: '物流查询：{url}',
    expected: '预计送达日期：{day}。',
    delivered: '送达日期：{day}。',
    times: ' × ',
    comma: '、',
    blank: '',
    codeSubject: '订单 {number} 的验证码',
    codeBody:
      '订单 {number} 的验证码是 {code}。\n\n验证码在 {minutes} 分钟内有效，请在您咨询订单的对话中输入。如果不是您本人操作，请忽略此邮件：没有验证码，任何人都无法得知订单信息。',
  },
  es: {
    status: {
      pending: 'Hemos recibido su pedido, pero aún no está pagado.',
      paid: 'Su pedido está pagado y todavía no se ha enviado.',
      processing: 'Estamos preparando su pedido.',
      shipped: 'Su pedido ha sido enviado.',
      delivered: 'Su pedido ha sido entregado.',
      cancelled: 'Su pedido ha sido cancelado.',
      returned: 'Su pedido ha sido devuelto.',
      refunded: 'Su pedido ha sido reembolsado.',
      unknown: 'Su pedido figura en nuestros registros.',
    },
    tracking: 'El número de seguimiento es {number}.',
    trackingBy: 'Viaja con {carrier}, número de seguimiento {number}.',
    trackingPage: 'Puede seguirlo aquí: {url}',
    expected: 'Debería llegar el {day}.',
    delivered: 'Se entregó el {day}.',
    times: ' × ',
    comma: ', ',
    blank: ' ',
    codeSubject: 'Su código para el pedido {number}',
    codeBody:
      'Su código para el pedido {number} es {code}.\n\nEs válido durante {minutes} minutos. Introdúzcalo en la conversación en la que preguntó por el pedido. Si no ha sido usted, no tiene que hacer nada: sin el código no se informa a nadie.',
  },
  fr: {
    status: {
      pending: "Votre commande a été reçue, mais elle n'est pas encore payée.",
      paid: "Votre commande est payée ; elle n'a pas encore été expédiée.",
      processing: 'Votre commande est en cours de préparation.',
      shipped: 'Votre commande a été expédiée.',
      delivered: 'Votre commande a été livrée.',
      cancelled: 'Votre commande a été annulée.',
      returned: 'Votre commande a été retournée.',
      refunded: 'Votre commande a été remboursée.',
      unknown: 'Votre commande figure dans nos registres.',
    },
    tracking: 'Le numéro de suivi est {number}.',
    trackingBy: 'Elle voyage avec {carrier}, numéro de suivi {number}.',
    trackingPage: 'Vous pouvez la suivre ici : {url}',
    expected: 'Elle devrait arriver le {day}.',
    delivered: 'Elle a été livrée le {day}.',
    times: ' × ',
    comma: ', ',
    blank: ' ',
    codeSubject: 'Votre code pour la commande {number}',
    codeBody:
      "Votre code pour la commande {number} est {code}.\n\nIl est valable {minutes} minutes. Saisissez-le dans la conversation où vous avez posé votre question. Si vous n'avez rien demandé, vous n'avez rien à faire : sans le code, personne n'est informé.",
  },
  de: {
    status: {
      pending: 'Ihre Bestellung ist eingegangen und noch nicht bezahlt.',
      paid: 'Ihre Bestellung ist bezahlt und noch nicht verschickt.',
      processing: 'Ihre Bestellung wird gerade vorbereitet.',
      shipped: 'Ihre Bestellung ist verschickt.',
      delivered: 'Ihre Bestellung ist zugestellt.',
      cancelled: 'Ihre Bestellung ist storniert.',
      returned: 'Ihre Bestellung ist zurückgekommen.',
      refunded: 'Ihre Bestellung ist erstattet.',
      unknown: 'Ihre Bestellung steht in unseren Büchern.',
    },
    tracking: 'Die Sendungsnummer ist {number}.',
    trackingBy: 'Sie ist mit {carrier} unterwegs, Sendungsnummer {number}.',
    trackingPage: 'Hier können Sie sie verfolgen: {url}',
    expected: 'Sie sollte am {day} ankommen.',
    delivered: 'Sie wurde am {day} zugestellt.',
    times: ' × ',
    comma: ', ',
    blank: ' ',
    codeSubject: 'Ihr Code für die Bestellung {number}',
    codeBody:
      'Ihr Code für die Bestellung {number} ist {code}.\n\nEr gilt {minutes} Minuten. Bitte geben Sie ihn in der Unterhaltung ein, in der Sie nach der Bestellung gefragt haben. Wenn Sie nicht gefragt haben, müssen Sie nichts tun: Ohne den Code erfährt niemand etwas.',
  },
  ja: {
    status: {
      pending: 'ご注文を承りました。お支払いはまだ確認できておりません。',
      paid: 'お支払いを確認いたしました。発送はまだです。',
      processing: 'ご注文の商品を準備しております。',
      shipped: 'ご注文の商品は発送済みです。',
      delivered: 'ご注文の商品は配達済みです。',
      cancelled: 'ご注文はキャンセルされています。',
      returned: 'ご注文の商品は返品済みです。',
      refunded: 'ご注文は返金済みです。',
      unknown: 'ご注文を確認いたしました。',
    },
    tracking: '追跡番号は{number}です。',
    trackingBy: '配送業者は{carrier}、追跡番号は{number}です。',
    trackingPage: '配送状況：{url}',
    expected: 'お届け予定日は{day}です。',
    delivered: '{day}に配達されました。',
    times: ' × ',
    comma: '、',
    blank: '',
    codeSubject: 'ご注文 {number} の確認コード',
    codeBody:
      'ご注文 {number} の確認コードは {code} です。\n\n有効時間は{minutes}分です。ご注文についてお問い合わせいただいた会話にご入力ください。お心当たりがない場合は何もなさる必要はありません。コードがなければ、どなたにも情報をお伝えしません。',
  },
  ar: {
    status: {
      pending: 'تم استلام طلبك ولم يُدفع ثمنه بعد.',
      paid: 'تم دفع ثمن طلبك ولم يُرسل بعد.',
      processing: 'يجري تحضير طلبك.',
      shipped: 'تم إرسال طلبك.',
      delivered: 'تم تسليم طلبك.',
      cancelled: 'تم إلغاء طلبك.',
      returned: 'تمت إعادة طلبك.',
      refunded: 'تم رد ثمن طلبك.',
      unknown: 'طلبك مسجل لدينا.',
    },
    tracking: 'رقم التتبع هو {number}.',
    trackingBy: 'الشحنة مع {carrier}، ورقم التتبع {number}.',
    trackingPage: 'يمكنك متابعتها هنا: {url}',
    expected: 'من المتوقع أن تصل في {day}.',
    delivered: 'تم تسليمها في {day}.',
    times: ' × ',
    comma: '، ',
    blank: ' ',
    codeSubject: 'رمز الطلب {number}',
    codeBody:
      'رمز الطلب {number} هو {code}.\n\nالرمز صالح لمدة {minutes} دقيقة. يرجى إدخاله في المحادثة التي سألت فيها عن الطلب. إذا لم تسأل عن شيء فلا حاجة إلى أي إجراء: بدون الرمز لا يُبلَّغ أحد بأي شيء.',
  },
} as const satisfies Record<string, OrderWords>

/** English where a language has no words of its own yet. */
export function orderWords(language: string): OrderWords {
  const known: Readonly<Record<string, OrderWords>> = words
  return (Object.hasOwn(known, language) ? known[language] : undefined) ?? words.en
}
