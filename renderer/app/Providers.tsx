import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import type { Rpc } from '#renderer/rpc/client.ts'
import { RpcContext } from '#renderer/rpc/client.ts'
import { Toasts } from '#renderer/ui/Toasts.tsx'

/** What every page expects around it. No control writes style elements, so that the page's policy can forbid them. */
export function Providers({ rpc, children }: { rpc: Rpc; children: ReactNode }) {
  return (
    <RpcContext value={rpc}>
      <CSPProvider disableStyleElements>
        <Tooltip.Provider delay={400}>
          <Toasts>{children}</Toasts>
        </Tooltip.Provider>
      </CSPProvider>
    </RpcContext>
  )
}
