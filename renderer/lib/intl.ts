/** Making one takes longer than everything that is done with it, so each is made once. */
function keeper<Options extends object, Format>(make: (language: string, options: Options) => Format) {
  const known = new Map<string, Format>()
  return (language: string, options: Options): Format => {
    const key = language + JSON.stringify(options)
    const format = known.get(key) ?? make(language, options)
    known.set(key, format)
    return format
  }
}

export const dateFormat = keeper(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
)
export const numberFormat = keeper(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
)
export const relativeTimeFormat = keeper(
  (language, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(language, options),
)
