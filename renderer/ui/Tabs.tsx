import { Tabs as Base } from '@base-ui/react/tabs'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

export interface TabsProps<Value extends string> {
  /** Read aloud as the name of the tab list. */
  label: string
  value: Value
  onChange: (value: Value) => void
  tabs: readonly { value: Value; label: string; count?: number; panel: ReactNode }[]
}

export function Tabs<Value extends string>({ label, value, onChange, tabs }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null)
  // A narrow window shows only some of the tabs.
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value])
  return (
    <Base.Root value={value} onValueChange={onChange} className="flex min-w-0 flex-col">
      <Base.List
        ref={list}
        data-pans
        aria-label={label}
        className="relative flex gap-1 overflow-x-auto border-b border-line"
      >
        {tabs.map(tab => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="flex h-9 shrink-0 items-center gap-1.5 px-3 text-base text-ink-soft outline-offset-[-2px] select-none hover:text-ink data-active:font-medium data-active:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-sm text-ink-faint tabular-nums">{tab.count}</span>}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) bg-accent transition-all duration-150" />
      </Base.List>
      {tabs.map(tab => (
        <Base.Panel key={tab.value} value={tab.value} className="min-w-0 pt-4 outline-offset-2">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
