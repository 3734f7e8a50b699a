import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { contract } from '#contract/index.ts'

export type Client = ContractRouterClient<typeof contract>

export interface Connection {
  client: Client
  close(): void
}

/** A screen without a page: takes a link as the browser does and speaks the contract. */
export async function connectTo(link: string): Promise<Connection> {
  const url = new URL(link)
  const response = await fetch(`${url.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-keepdesk': '1' },
    body: JSON.stringify({ code: url.hash.slice(1) }),
  })
  if (!response.ok) throw new Error(`The link was refused: ${response.status}`)
  const { token } = (await response.json()) as { token: string }
  const socket = new WebSocket(`ws://${url.host}/rpc`, { origin: url.origin })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => socket.send(JSON.stringify({ token })))
    socket.once('message', () => resolve())
    socket.once('close', code => reject(new Error(`The socket was closed: ${code}`)))
    socket.once('error', reject)
  })
  const client: Client = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
  return { client, close: () => socket.close() }
}
