export const playbooks = {}
