export interface Phrases {
  hello: string
  /** `{name}` is the contact's name. */
  helloNamed: string
  howCanWeHelp: string
  /** Comes before the shop's words when they are in another language than the customer's. */
  otherLanguage: string
  closing: string
  /** Says that no person wrote this. */
  assistantNote: string
  /** For a contact who had trouble: one sentence about the trouble, never about the mood. */
  sorry: string
  /** `{first}` and `{second}` are questions as the shop wrote them. */
  whichOne: string
  /** "It" could be anything that the shop sells. */
  whichProduct: string
  /** A person of the shop goes on from here. */
  personWillAnswer: string
  /** The same with a time: `{by}` is one of the three below. */
  personWillAnswerBy: string
  /** After what a procedure said: a person of the shop goes on. */
  personGoesOn: string
  personGoesOnBy: string
  /** After what could be answered of a message: a person answers what else is in it. */
  personAnswersRest: string
  personAnswersRestBy: string
  /** `{time}` is a clock time, `{day}` a weekday with its date. */
  byToday: string
  byTomorrow: string
  byDay: string
}

const phrases = {
  en: {
    hello: 'Hello,',
    helloNamed: 'Hi {name},',
    howCanWeHelp: 'How can we help?',
    otherLanguage: 'We only have this in another language, so here it is in our own words:',
    closing: 'Kind regards,',
    assistantNote:
      "This reply was written by our automatic assistant from the shop's own information. If you would rather hear from a person, just say so.",
    sorry: 'We are sorry for the trouble you had.',
    whichOne: 'Which of these do you mean?\n\n1. {first}\n2. {second}',
    whichProduct: 'Which product is it about?',
    personWillAnswer: 'Thank you for your message. Somebody from our shop will look at it and reply to you personally.',
    personWillAnswerBy:
      'Thank you for your message. Somebody from our shop will look at it and reply to you personally {by}.',
    personGoesOn: 'Somebody from our shop will reply to you personally.',
    personGoesOnBy: 'Somebody from our shop will reply to you personally {by}.',
    personAnswersRest: 'Somebody from our shop will answer the rest of your message personally.',
    personAnswersRestBy: 'Somebody from our shop will answer the rest of your message personally {by}.',
    byToday: 'by {time} today',
    byTomorrow: 'by {time} tomorrow',
    byDay: 'by {day}, {time}',
  },
  zh: {
    hello: '您好！',
    helloNamed: '{name}，您好！',
    howCanWeHelp: '请问有什么可以帮您？',
    otherLanguage: '这部分资料目前只有其他语言的版本，以下是本店的原文：',
    closing: '祝好！',
    assistantNote: '这条回复由本店的自动助手根据店内资料写成。如需人工答复，直接说一声就好。',
    sorry: '给您添麻烦了，非常抱歉。',
    whichOne: '您想问的是哪一个？\n\n1. {first}\n2. {second}',
    whichProduct: '请问您说的是哪一款商品？',
    personWillAnswer: '您的消息已收到，稍后由店里的工作人员回复您。',
    personWillAnswerBy: '您的消息已收到，店里的工作人员会{by}回复您。',
    personGoesOn: '接下来由店里的工作人员回复您。',
    personGoesOnBy: '接下来由店里的工作人员{by}回复您。',
    personAnswersRest: '其余的问题由店里的工作人员回复您。',
    personAnswersRestBy: '其余的问题，店里的工作人员会{by}回复您。',
    byToday: '在今天{time}之前',
    byTomorrow: '在明天{time}之前',
    byDay: '在{day} {time}之前',
  },
  es: {
    hello: 'Hola:',
    helloNamed: 'Hola, {name}:',
    howCanWeHelp: '¿En qué podemos ayudarle?',
    otherLanguage: 'Solo tenemos esta información en otro idioma; se la copiamos con nuestras propias palabras:',
    closing: 'Un saludo,',
    assistantNote:
      'Esta respuesta la ha escrito nuestro asistente automático con la información de la tienda. Si prefiere que le atienda una persona, díganoslo.',
    sorry: 'Sentimos las molestias que ha tenido.',
    whichOne: '¿A cuál de estas se refiere?\n\n1. {first}\n2. {second}',
    whichProduct: '¿De qué producto se trata?',
    personWillAnswer: 'Gracias por su mensaje. Una persona de nuestra tienda lo leerá y le responderá personalmente.',
    personWillAnswerBy:
      'Gracias por su mensaje. Una persona de nuestra tienda lo leerá y le responderá personalmente {by}.',
    personGoesOn: 'Una persona de nuestra tienda le responderá personalmente.',
    personGoesOnBy: 'Una persona de nuestra tienda le responderá personalmente {by}.',
    personAnswersRest: 'Al resto de su mensaje le responderá personalmente una persona de nuestra tienda.',
    personAnswersRestBy: 'Al resto de su mensaje le responderá personalmente una persona de nuestra tienda {by}.',
    byToday: 'hoy antes de las {time}',
    byTomorrow: 'mañana antes de las {time}',
    byDay: 'antes del {day}, {time}',
  },
  fr: {
    hello: 'Bonjour,',
    helloNamed: 'Bonjour {name},',
    howCanWeHelp: 'Comment pouvons-nous vous aider ?',
    otherLanguage: "Nous n'avons cette information que dans une autre langue ; la voici telle quelle :",
    closing: 'Cordialement,',
    assistantNote:
      'Cette réponse a été rédigée par notre assistant automatique à partir des informations de la boutique. Si vous préférez parler à une personne, dites-le-nous.',
    sorry: 'Nous sommes désolés pour ce désagrément.',
    whichOne: 'Laquelle de ces questions est la vôtre ?\n\n1. {first}\n2. {second}',
    whichProduct: 'De quel produit s’agit-il ?',
    personWillAnswer:
      'Merci pour votre message. Une personne de notre boutique le lira et vous répondra personnellement.',
    personWillAnswerBy:
      'Merci pour votre message. Une personne de notre boutique le lira et vous répondra personnellement {by}.',
    personGoesOn: 'Une personne de notre boutique vous répondra personnellement.',
    personGoesOnBy: 'Une personne de notre boutique vous répondra personnellement {by}.',
    personAnswersRest: 'Pour le reste de votre message, une personne de notre boutique vous répondra personnellement.',
    personAnswersRestBy:
      'Pour le reste de votre message, une personne de notre boutique vous répondra personnellement {by}.',
    byToday: 'aujourd’hui avant {time}',
    byTomorrow: 'demain avant {time}',
    byDay: 'avant le {day}, {time}',
  },
  de: {
    hello: 'Guten Tag,',
    helloNamed: 'Guten Tag {name},',
    howCanWeHelp: 'Wie können wir helfen?',
    otherLanguage: 'Diese Auskunft haben wir nur in einer anderen Sprache, hier ist sie im Wortlaut:',
    closing: 'Freundliche Grüße',
    assistantNote:
      'Diese Antwort hat unser automatischer Assistent aus den Angaben des Geschäfts geschrieben. Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es einfach.',
    sorry: 'Es tut uns leid, dass Sie Ärger damit hatten.',
    whichOne: 'Welche dieser Fragen meinen Sie?\n\n1. {first}\n2. {second}',
    whichProduct: 'Um welches Produkt geht es?',
    personWillAnswer:
      'Danke für Ihre Nachricht. Jemand aus unserem Geschäft sieht sie sich an und antwortet Ihnen persönlich.',
    personWillAnswerBy:
      'Danke für Ihre Nachricht. Jemand aus unserem Geschäft sieht sie sich an und antwortet Ihnen persönlich, und zwar {by}.',
    personGoesOn: 'Jemand aus unserem Geschäft antwortet Ihnen persönlich.',
    personGoesOnBy: 'Jemand aus unserem Geschäft antwortet Ihnen persönlich, und zwar {by}.',
    personAnswersRest: 'Auf das Übrige antwortet Ihnen jemand aus unserem Geschäft persönlich.',
    personAnswersRestBy: 'Auf das Übrige antwortet Ihnen jemand aus unserem Geschäft persönlich, und zwar {by}.',
    byToday: 'heute bis {time} Uhr',
    byTomorrow: 'morgen bis {time} Uhr',
    byDay: 'bis {day}, {time} Uhr',
  },
  ja: {
    hello: 'お問い合わせありがとうございます。',
    helloNamed: '{name}様\n\nお問い合わせありがとうございます。',
    howCanWeHelp: 'どのようなご用件でしょうか。',
    otherLanguage: 'この内容は他の言語でのみご用意しております。原文のままご案内いたします。',
    closing: 'よろしくお願いいたします。',
    assistantNote:
      'この返信は、当店の情報をもとに自動アシスタントが作成しました。担当者からの返信をご希望の場合は、その旨お知らせください。',
    sorry: 'ご不便をおかけし、申し訳ございません。',
    whichOne: 'どちらのご質問でしょうか。\n\n1. {first}\n2. {second}',
    whichProduct: 'どの商品についてのお問い合わせでしょうか。',
    personWillAnswer: 'メッセージを承りました。当店の担当者が内容を確認し、直接ご返信いたします。',
    personWillAnswerBy: 'メッセージを承りました。当店の担当者が内容を確認し、{by}直接ご返信いたします。',
    personGoesOn: '当店の担当者が直接ご返信いたします。',
    personGoesOnBy: '当店の担当者が{by}直接ご返信いたします。',
    personAnswersRest: 'その他の点については、当店の担当者が直接ご返信いたします。',
    personAnswersRestBy: 'その他の点については、当店の担当者が{by}直接ご返信いたします。',
    byToday: '本日{time}までに',
    byTomorrow: '明日{time}までに',
    byDay: '{day} {time}までに',
  },
  ar: {
    hello: 'مرحبًا،',
    helloNamed: 'مرحبًا {name}،',
    howCanWeHelp: 'كيف يمكننا مساعدتك؟',
    otherLanguage: 'هذه المعلومات متوفرة لدينا بلغة أخرى فقط، وإليك نصها كما هو:',
    closing: 'مع أطيب التحيات،',
    assistantNote: 'كتب هذا الرد مساعدنا الآلي من معلومات المتجر. إذا كنت تفضل التحدث مع شخص، فأخبرنا بذلك.',
    sorry: 'نأسف لما واجهته من متاعب.',
    whichOne: 'أي من هذين تقصد؟\n\n1. {first}\n2. {second}',
    whichProduct: 'أي منتج تقصد؟',
    personWillAnswer: 'شكرًا لرسالتك. سيطلع عليها أحد العاملين في متجرنا ويرد عليك شخصيًا.',
    personWillAnswerBy: 'شكرًا لرسالتك. سيطلع عليها أحد العاملين في متجرنا ويرد عليك شخصيًا {by}.',
    personGoesOn: 'سيرد عليك أحد العاملين في متجرنا شخصيًا.',
    personGoesOnBy: 'سيرد عليك أحد العاملين في متجرنا شخصيًا {by}.',
    personAnswersRest: 'أما بقية رسالتك فسيرد عليها أحد العاملين في متجرنا شخصيًا.',
    personAnswersRestBy: 'أما بقية رسالتك فسيرد عليها أحد العاملين في متجرنا شخصيًا {by}.',
    byToday: 'اليوم قبل الساعة {time}',
    byTomorrow: 'غدًا قبل الساعة {time}',
    byDay: 'قبل {day} الساعة {time}',
  },
} as const satisfies Record<string, Phrases>

/** The first of these languages that has phrases, else English. */
export function phrasesFor(...languages: readonly string[]): Phrases {
  const known: Readonly<Record<string, Phrases>> = phrases
  for (const language of languages) {
    const found = Object.hasOwn(known, language) ? known[language] : undefined
    if (found !== undefined) return found
  }
  return phrases.en
}
