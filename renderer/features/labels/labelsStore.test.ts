import { expect, test } from 'vitest'
import type { Label } from '#contract/label.ts'
import { nextColor } from '#renderer/ui/LabelPicker.tsx'
import { applyLabels, dropLabel, movedTo, putLabel, useLabelStore } from './labelsStore.ts'

const label = (id: string, color: Label['color'] = 'red'): Label => ({ id, name: id, color, conversations: 0 })
const ids = () => useLabelStore.getState().labels.map(({ id }) => id)

test('a label that was just made is there once, also after its event', () => {
  applyLabels([label('a')])
  putLabel(label('b'))
  applyLabels([label('a'), label('b')])
  putLabel({ ...label('b'), name: 'renamed' })
  expect(useLabelStore.getState().labels.map(({ name }) => name)).toEqual(['a', 'renamed'])
  dropLabel('a')
  expect(ids()).toEqual(['b'])
})

test('a label moves to another’s place, and nowhere past the ends', () => {
  const three = [label('a'), label('b'), label('c')]
  const order = (from: number, to: number) =>
    movedTo(three, from, to)
      .map(({ id }) => id)
      .join('')
  expect([order(0, 1), order(2, 0), order(0, 2)]).toEqual(['bac', 'cab', 'bca'])
  expect([order(0, -1), order(2, 3), order(7, 0)]).toEqual(['abc', 'abc', 'abc'])
})

test('a new label gets the colour that is used least', () => {
  expect(nextColor([])).toBe('red')
  expect(nextColor([label('a', 'red'), label('b', 'orange')])).toBe('yellow')
})
