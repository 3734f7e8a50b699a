import type { ContractRouterClient } from '@orpc/contract'
import { createContext, useContext } from 'react'
import type { contract } from '#contract/index.ts'

/** Everything the main process offers, typed by the contract. */
export type Rpc = ContractRouterClient<typeof contract>

export const RpcContext = createContext<Rpc | null>(null)

/** The one client; it stays the same object across reconnects. */
export function useRpc(): Rpc {
  const rpc = useContext(RpcContext)
  if (!rpc) throw new Error('useRpc needs an RpcContext around it')
  return rpc
}
