// Gives a child of plain Node what a utility process of Electron has: `process.parentPort`.
process.parentPort = {
  on: (name, listener) => process.on(name, data => listener({ data })),
  postMessage: message => process.send(message),
}
