// What runs inside the page, as text: the types of a browser are not known out here.

/** Remembers the page's sockets, so that `loseConnection` can cut them. Added before the page loads. */
export const rememberSockets = `
  const opened = (window.openedSockets = [])
  const Original = window.WebSocket
  window.WebSocket = class extends Original {
    constructor(...parameters) {
      super(...parameters)
      opened.push(this)
    }
  }
`

export const loseConnection = `window.openedSockets.forEach(socket => socket.close())`

export interface BreakIn {
  /** Some script of ours ran. */
  ran: boolean
  fetched: 'reached' | 'refused'
  /** Rules of the content security policy that stopped something. */
  broken: string[]
}

/** Tries every way to run a script in the page or to reach another server from it. Resolves to a BreakIn. */
export const breakIn = `(async () => {
  const broken = []
  const expected = 5
  const stopped = new Promise(resolve =>
    document.addEventListener('securitypolicyviolation', event => {
      broken.push(event.effectiveDirective)
      if (broken.length >= expected) resolve()
    }),
  )
  const add = (tag, properties) => document.body.appendChild(Object.assign(document.createElement(tag), properties))
  add('script', { textContent: 'window.ranInline = true' })
  const button = document.createElement('button')
  button.setAttribute('onclick', 'window.ranInline = true')
  document.body.append(button)
  button.click()
  add('script', { src: 'https://evil.test/x.js' })
  add('img', { src: 'https://evil.test/pixel.gif' })
  const fetched = await fetch('https://evil.test/').then(() => 'reached', () => 'refused')
  await Promise.race([stopped, new Promise(resolve => setTimeout(resolve, 5000))])
  return { broken, fetched, ran: 'ranInline' in window }
})()`
