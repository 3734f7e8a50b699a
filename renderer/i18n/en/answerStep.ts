export const answerStep = {}
