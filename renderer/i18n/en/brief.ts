export const brief = {}
