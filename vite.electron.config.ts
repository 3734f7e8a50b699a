import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

const outside = ['electron', ...builtinModules, ...builtinModules.map(name => `node:${name}`)]
const common = { target: 'node24', minify: false, copyPublicDir: false, emptyOutDir: true } as const

/**
 * What Electron starts. `out/main` holds ES modules; packages stay outside of it, and the natives among them cannot be
 * bundled at all. `out/preload` is one CommonJS file, the only kind a sandboxed page accepts.
 */
export default defineConfig({
  environments: {
    main: {
      consumer: 'server',
      build: {
        ...common,
        ssr: true,
        outDir: 'out/main',
        rolldownOptions: {
          input: { electron: 'main/shells/electron/index.ts' },
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
