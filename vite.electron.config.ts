import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/**
 * What Electron starts: `--mode main` writes out/main (ES modules), `--mode preload` writes out/preload/index.cjs (one
 * CommonJS file, the only kind a sandboxed page accepts). Packages stay outside; the natives among them cannot be bundled.
 */
export default defineConfig(({ mode }) => ({
  ssr: { noExternal: mode === 'preload' ? true : undefined, external: ['electron'] },
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: false,
    outDir: mode === 'preload' ? 'out/preload' : 'out/main',
    emptyOutDir: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: mode === 'preload' ? { index: 'preload/index.ts' } : { electron: 'main/shells/electron/index.ts' },
      external: ['electron', ...builtinModules, ...builtinModules.map(name => `node:${name}`)],
      output:
        mode === 'preload'
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}))
