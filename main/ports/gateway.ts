export interface Endpoint {
  host: string
  port: number
}

/** The only way out of this computer. A connection to any endpoint that is not allowed here fails with EGRESS_DENIED. */
export interface Gateway {
  /** Opens the endpoints for one owner (a channel id) in place of those it had before. An empty list closes them. */
  allow(ownerId: string, endpoints: readonly Endpoint[]): void
  /** `fetch` for one owner: only to its own endpoints, redirects are refused, or with `manual` handed back unfollowed. */
  fetch(ownerId: string, url: string, init?: RequestInit): Promise<Response>
}
