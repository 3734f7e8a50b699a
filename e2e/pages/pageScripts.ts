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

/** Tries the ways to run a script in the page or to reach another server from it. Resolves to a BreakIn. */
export const breakIn = `(async () => {
  const run = 'window.ranInline = true'
  const attempts = [
    () => add('script', element => (element.textContent = run)),
    () => add('script', element => element.append(run)),
    () => add('script', element => (element.src = 'https://evil.test/x.js')),
    () => add('button', element => element.setAttribute('onclick', run)).click(),
    () => add('div', element => (element.innerHTML = '<img src="/missing" onerror="' + run + '">')),
    () => add('iframe', element => (element.srcdoc = '<script>parent.ranInline = true</scr' + 'ipt>')),
    () => add('style', element => (element.textContent = 'body { background: url(https://evil.test/css) }')),
    () => add('img', element => (element.src = 'https://evil.test/pixel.gif')),
  ]
  const broken = []
  const stopped = new Promise(resolve =>
    document.addEventListener('securitypolicyviolation', event => {
      broken.push(event.effectiveDirective)
      if (broken.includes('img-src') && broken.includes('connect-src')) resolve()
    }),
  )
  const add = (tag, fill) => {
    const element = document.createElement(tag)
    fill(element)
    return document.body.appendChild(element)
  }
  for (const attempt of attempts) {
    try {
      attempt()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  const fetched = await fetch('https://evil.test/').then(() => 'reached', () => 'refused')
  await Promise.race([stopped, new Promise(resolve => setTimeout(resolve, 5000))])
  await new Promise(resolve => setTimeout(resolve, 200))
  return { broken: [...new Set(broken)].sort(), fetched, ran: 'ranInline' in window }
})()`
