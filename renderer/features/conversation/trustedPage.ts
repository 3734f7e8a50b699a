import type { TrustedTypePolicyFactory } from 'trusted-types/lib/index.js'

// The DOM types do not know it yet.
declare const trustedTypes: TrustedTypePolicyFactory | undefined

const policy =
  typeof trustedTypes === 'undefined' ? null : trustedTypes.createPolicy('keepdesk-mail', { createHTML: html => html })

/** Marks a cleaned page as such, for a window whose policy asks for Trusted Types. */
export function trustedPage(page: string): unknown {
  return policy?.createHTML(page) ?? page
}
