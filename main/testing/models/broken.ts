import { ggufBytes, ggufHead, text, type Gguf } from './gguf.ts'

/** Ways in which a file can be no model, or none of ours. */
export const faults = [
  'empty',
  'garbage',
  'wrong-magic',
  'old-version',
  'truncated-head',
  'truncated-tensors',
  'unknown-architecture',
  'endless-metadata',
  'endless-tensors',
  'endless-text',
  'tensors-outside',
  'huge-tensor',
] as const
export type Fault = (typeof faults)[number]

const most = 2n ** 63n - 1n

/** A whole model file with one thing wrong. */
export function broken(model: Gguf, fault: Fault): Buffer {
  const whole = ggufBytes(model)
  const head = ggufHead(model)
  const tensors = whole.subarray(head.length)
  switch (fault) {
    case 'empty':
      return Buffer.alloc(0)
    case 'garbage':
      return Buffer.from('This is a letter and no model. '.repeat(200))
    case 'wrong-magic':
      return Buffer.concat([Buffer.from('GGML'), whole.subarray(4)])
    case 'old-version':
      return Buffer.concat([whole.subarray(0, 4), Buffer.from([1, 0, 0, 0]), whole.subarray(8)])
    case 'truncated-head':
      return whole.subarray(0, Math.floor(head.length / 2))
    case 'truncated-tensors':
      return whole.subarray(0, head.length + Math.floor(tensors.length / 2))
    case 'unknown-architecture':
      return ggufBytes({ ...model, metadata: [['general.architecture', text('abacus')], ...model.metadata.slice(1)] })
    case 'endless-metadata':
      return Buffer.concat([ggufHead(model, { metadata: most }), tensors])
    case 'endless-tensors':
      return Buffer.concat([ggufHead(model, { tensors: most }), tensors])
    case 'endless-text': {
      // The length of the first key follows the magic, the version and the two counts.
      const bytes = Buffer.from(whole)
      bytes.writeBigUInt64LE(most, 24)
      return bytes
    }
    case 'tensors-outside':
      return Buffer.concat([ggufHead(model, { offset: 2 ** 40 }), tensors])
    case 'huge-tensor': {
      const [first, ...others] = model.tensors
      const changed = first ? [{ ...first, shape: [2 ** 31, 2 ** 31] }, ...others] : others
      return Buffer.concat([ggufHead({ ...model, tensors: changed }), tensors])
    }
  }
}
