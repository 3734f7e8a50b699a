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
  },
  zh: {
    hello: '您好！',
    helloNamed: '{name}，您好！',
    howCanWeHelp: '请问有什么可以帮您？',
    otherLanguage: '这部分资料目前只有其他语言的版本，以下是本店的原文：',
    closing: '祝好！',
    assistantNote: '本条由本店的自动助手根据店内资料回复。如需人工处理，请直接告诉我们。',
  },
  es: {
    hello: 'Hola:',
    helloNamed: 'Hola, {name}:',
    howCanWeHelp: '¿En qué podemos ayudarle?',
    otherLanguage: 'Solo tenemos esta información en otro idioma; se la copiamos con nuestras propias palabras:',
    closing: 'Un saludo,',
    assistantNote:
      'Esta respuesta la ha escrito nuestro asistente automático con la información de la tienda. Si prefiere que le atienda una persona, díganoslo.',
  },
  fr: {
    hello: 'Bonjour,',
    helloNamed: 'Bonjour {name},',
    howCanWeHelp: 'Comment pouvons-nous vous aider ?',
    otherLanguage: "Nous n'avons cette information que dans une autre langue ; la voici telle quelle :",
    closing: 'Cordialement,',
    assistantNote:
      'Cette réponse a été rédigée par notre assistant automatique à partir des informations de la boutique. Si vous préférez parler à une personne, dites-le-nous.',
  },
  de: {
    hello: 'Guten Tag,',
    helloNamed: 'Guten Tag {name},',
    howCanWeHelp: 'Wie können wir helfen?',
    otherLanguage: 'Diese Auskunft haben wir nur in einer anderen Sprache, hier ist sie im Wortlaut:',
    closing: 'Freundliche Grüße',
    assistantNote:
      'Diese Antwort hat unser automatischer Assistent aus den Angaben des Geschäfts geschrieben. Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es einfach.',
  },
  ja: {
    hello: 'お問い合わせありがとうございます。',
    helloNamed: '{name}様\n\nお問い合わせありがとうございます。',
    howCanWeHelp: 'どのようなご用件でしょうか。',
    otherLanguage: 'この内容は他の言語でのみご用意しております。原文のままご案内いたします。',
    closing: 'よろしくお願いいたします。',
    assistantNote:
      'この返信は、当店の情報をもとに自動アシスタントが作成しました。担当者からの返信をご希望の場合は、その旨お知らせください。',
  },
  ar: {
    hello: 'مرحبًا،',
    helloNamed: 'مرحبًا {name}،',
    howCanWeHelp: 'كيف يمكننا مساعدتك؟',
    otherLanguage: 'هذه المعلومات متوفرة لدينا بلغة أخرى فقط، وإليك نصها كما هو:',
    closing: 'مع أطيب التحيات،',
    assistantNote: 'كتب هذا الرد مساعدنا الآلي من معلومات المتجر. إذا كنت تفضل التحدث مع شخص، فأخبرنا بذلك.',
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
