import type { Platform } from '#main/ports/platform.ts'
import { createHealthReport, type HealthReportDeps } from '#main/services/healthReport.ts'
import { createSurroundings } from '#main/system/surroundings.ts'

/** How the program is, and the computer around it. */
export function joinHealth({
  platform,
  ...deps
}: { platform: Platform } & Pick<HealthReportDeps, 'stores' | 'channels' | 'knowledge' | 'models' | 'trouble'>) {
  const { version, shell, dataFolder, clock } = platform
  return createHealthReport({ ...deps, version, shell, surroundings: createSurroundings(dataFolder), clock })
}
