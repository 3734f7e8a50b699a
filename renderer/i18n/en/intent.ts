export const intent = {}
