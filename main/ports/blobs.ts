/** Attachment bytes and large raw messages by content. Encrypted at rest. */
export interface BlobStore {
  /** Durable when it returns (synced to disk). Returns the SHA-256 in hex. Throws when the disk is full. */
  put(bytes: Uint8Array): string
  /** Null when unknown or damaged. */
  get(sha256: string): Uint8Array | null
}
