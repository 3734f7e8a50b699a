import { Check, Minus, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label, LabelColor } from '#contract/label.ts'
import { labelColorSchema } from '#contract/label.ts'
import { classes } from '#renderer/lib/classes.ts'
import { useLabels } from '#renderer/lib/labels.ts'
import { LabelDot } from './LabelChip.tsx'
import { Popover } from './Popover.tsx'

const NAME_MAX = 40

export interface LabelPickerProps {
  /** Ids of the labels that all of it carries. */
  chosen: readonly string[]
  /** Ids of those that only some of it carries: of several conversations. */
  partly?: readonly string[]
  onToggle: (labelId: string, on: boolean) => void
  /** A `Button` or an `IconButton`; without one it stands at `anchor`. */
  trigger?: ReactElement<Record<string, unknown>>
  anchor?: RefObject<Element | null>
  /** To open it by a key too; without both it opens by its trigger alone. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'end'
}

/** Ticks labels, finds them by typing, and makes the one that is missing. All of it works by keyboard. */
export function LabelPicker({ trigger, anchor, open, onOpenChange, align, ...body }: LabelPickerProps) {
  const { t } = useTranslation()
  const [isOpenAlone, setIsOpenAlone] = useState(false)
  return (
    <Popover
      label={t('labels.title')}
      trigger={trigger}
      anchor={anchor}
      align={align}
      open={open ?? isOpenAlone}
      onOpenChange={onOpenChange ?? setIsOpenAlone}
    >
      <LabelPickerBody {...body} />
    </Popover>
  )
}

function LabelPickerBody({ chosen, partly = [], onToggle }: Pick<LabelPickerProps, 'chosen' | 'partly' | 'onToggle'>) {
  const { t } = useTranslation()
  const { list, create } = useLabels()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isCreating, setIsCreating] = useState(false)
  const name = typed.trim()
  const found = list.filter(label => flat(label.name).includes(flat(name)))
  const canCreate = name !== '' && !list.some(label => flat(label.name) === flat(name))
  const count = found.length + (canCreate ? 1 : 0)
  const at = Math.min(active, count - 1)

  const createIt = async () => {
    if (isCreating) return
    setIsCreating(true)
    const made = await create(name, nextColor(list))
    setIsCreating(false)
    if (!made) return
    setTyped('')
    setActive(0)
    onToggle(made.id, true)
  }
  const choose = (index: number) => {
    const label = found[index]
    if (label) onToggle(label.id, !chosen.includes(label.id))
    else if (canCreate) void createIt()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.nativeEvent.isComposing) return
    if (step !== undefined) setActive(count === 0 ? 0 : (at + step + count) % count)
    else if (event.key === 'Enter') choose(at)
    else return
    event.preventDefault()
  }

  return (
    <div className="flex w-64 max-w-full flex-col p-1">
      <input
        type="text"
        role="combobox"
        aria-label={t('labels.find')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        placeholder={t(list.length === 0 ? 'labels.typeFirst' : 'labels.findOrCreate')}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        maxLength={NAME_MAX}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className="m-1 h-8 rounded-md border border-line-strong/60 bg-surface px-2 text-base outline-offset-0 focus-visible:border-accent"
      />
      <ul
        id={listId}
        role="listbox"
        aria-multiselectable
        aria-label={t('labels.title')}
        className="max-h-64 overflow-y-auto"
      >
        {found.map((label, index) => (
          <PickerOption
            key={label.id}
            id={`${listId}-${index}`}
            isActive={index === at}
            checked={chosen.includes(label.id) ? true : partly.includes(label.id) ? 'mixed' : false}
            onHover={() => setActive(index)}
            onChoose={() => choose(index)}
          >
            <LabelDot color={label.color} />
            <bdi className="min-w-0 truncate">{label.name}</bdi>
          </PickerOption>
        ))}
        {canCreate && (
          <PickerOption
            id={`${listId}-${found.length}`}
            isActive={at === found.length}
            checked={false}
            mark={<Plus aria-hidden />}
            onHover={() => setActive(found.length)}
            onChoose={() => choose(found.length)}
          >
            <span dir="auto" className="min-w-0 truncate">
              {t('labels.createNamed', { name })}
            </span>
          </PickerOption>
        )}
      </ul>
      {count === 0 && <p className="px-2.5 py-2 text-sm text-ink-faint">{t('labels.noneYet')}</p>}
    </div>
  )
}

interface PickerOptionProps {
  id: string
  isActive: boolean
  checked: boolean | 'mixed'
  /** In place of the tick. */
  mark?: ReactNode
  onHover: () => void
  onChoose: () => void
  children: ReactNode
}

function PickerOption({ id, isActive, checked, mark, onHover, onChoose, children }: PickerOptionProps) {
  const tick = checked === 'mixed' ? <Minus aria-hidden /> : checked ? <Check aria-hidden /> : null
  return (
    // The text field keeps the focus and chooses by keyboard.
    <li
      id={id}
      ref={element => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      role="option"
      aria-selected={isActive}
      aria-checked={mark ? undefined : checked}
      onMouseMove={onHover}
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
      className={classes(
        'flex cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-base text-ink select-none',
        isActive && 'bg-sunken',
      )}
    >
      <span
        className={classes(
          'inline-flex size-4 shrink-0 items-center justify-center text-accent-ink [&_svg]:size-4',
          mark === undefined && 'rounded-sm border border-line-strong/70 [&_svg]:size-3.5',
        )}
      >
        {mark ?? tick}
      </span>
      {children}
    </li>
  )
}

/** Names differ in more than capital letters. */
function flat(name: string): string {
  return name.trim().toLocaleLowerCase()
}

/** The colour that is used least, so that new labels can be told apart. */
export function nextColor(labels: readonly Pick<Label, 'color'>[]): LabelColor {
  const used = (color: LabelColor) => labels.filter(label => label.color === color).length
  const [first = 'gray', ...others] = labelColorSchema.options.toSpliced(0, 1)
  return others.reduce((least, color) => (used(color) < used(least) ? color : least), first)
}
