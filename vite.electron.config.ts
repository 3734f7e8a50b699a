import { builtinModules } from 'node:module'
import { basename, dirname } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const outside = ['electron', ...builtinModules, ...builtinModules.map(name => `node:${name}`)]
const common = { target: 'node24', minify: false, copyPublicDir: false, emptyOutDir: true } as const

/** Files that run in a process of their own: each becomes a file of its own in out/main, named after its folder. */
const workers = { 'importers-worker': 'main/importers/worker.ts', 'ai-modelProcess': 'main/ai/modelProcess.ts' }

/** `new URL('./worker.ts', import.meta.url)` names a source file; once bundled it must name the built one. */
const builtWorkers: Plugin = {
  name: 'built-workers',
  enforce: 'pre',
  transform(code, id) {
    const folder = basename(dirname(id))
    return code.replace(/new URL\(['"]\.\/(\w+)\.ts['"], import\.meta\.url\)/g, (whole, file: string) =>
      `${folder}-${file}` in workers ? `new URL('./${folder}-${file}.js', import.meta.url)` : whole,
    )
  },
}

/**
 * What Electron starts. `out/main` holds ES modules; packages stay outside of it, and the natives among them cannot be
 * bundled at all. `out/preload` is one CommonJS file, the only kind a sandboxed page accepts.
 */
export default defineConfig({
  plugins: [builtWorkers],
  environments: {
    main: {
      consumer: 'server',
      build: {
        ...common,
        ssr: true,
        outDir: 'out/main',
        rolldownOptions: {
          input: { electron: 'main/shells/electron/index.ts', ...workers },
          external: outside,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        ...common,
        ssr: true,
        outDir: 'out/preload',
        rolldownOptions: {
          input: { index: 'preload/index.ts' },
          external: outside,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments: { main, preload } }) {
      if (main) await build(main)
      if (preload) await build(preload)
    },
  },
})
