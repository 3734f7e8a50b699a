/** Bytes as base64, without blocking the page for large files. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'))
    reader.readAsDataURL(blob)
  })
}

export function fromBase64(base64: string, mime: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))], { type: mime })
}

/** Hands a file to the browser's download folder. */
export function saveBlob(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A chosen file as the contract takes it. */
export async function toUpload(file: File): Promise<{ name: string; mime: string; base64: string }> {
  return { name: file.name.slice(-255), mime: file.type, base64: await toBase64(file) }
}
