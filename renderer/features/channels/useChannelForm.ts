import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, CheckResult, KindDescription } from '#contract/channel.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { refusedFields } from './badSettings.ts'
import {
  changeField,
  choosePreset,
  hasFoldedProblem,
  problemsOf,
  settingsToSend,
  startForm,
  suggestedName,
} from './formModel.ts'
import type { FieldProblem } from './formModel.ts'

const noProblems: ReadonlyMap<string, FieldProblem> = new Map()

/** What a channel's form knows and does; `channel` is null for a new one. */
export function useChannelForm(
  description: KindDescription,
  channel: Channel | null,
  onSaved: (saved: Channel) => void,
) {
  const rpc = useRpc()
  const { t } = useTranslation()
  const [state, setState] = useState(() => startForm(description, channel?.settings))
  const [typedName, setTypedName] = useState(channel?.name ?? null)
  const [problems, setProblems] = useState(noProblems)
  const [showsMore, setShowsMore] = useState(false)
  const [check, setCheck] = useState<CheckResult | null>(null)
  /** Rises each time something in the form stands in the way. */
  const [refusals, setRefusals] = useState(0)
  const [failure, setFailure] = useState<'save' | 'test' | 'already' | null>(null)
  const [busy, setBusy] = useState<'save' | 'test' | null>(null)

  const { kind, fields } = description
  const keepsSecrets = channel !== null
  const name = typedName ?? suggestedName(description, state.values, t(`channels.kind.${kind}.name`))

  function show(found: ReadonlyMap<string, FieldProblem>) {
    setProblems(found)
    if (found.size > 0) setRefusals(before => before + 1)
    if (hasFoldedProblem(description, state, found)) setShowsMore(true)
  }

  async function attempt(what: 'save' | 'test', work: () => Promise<void>) {
    const found = problemsOf(fields, state.values, keepsSecrets)
    show(found)
    setCheck(null)
    setFailure(null)
    if (found.size > 0 || (what === 'save' && name.trim() === '')) return
    setBusy(what)
    try {
      await work()
    } catch (error) {
      const refused = refusedFields(error)
      if (refused) show(new Map(refused.map(key => [key, 'wrong'])))
      else setFailure(errorCode(error) === 'ALREADY_CONNECTED' ? 'already' : what)
    } finally {
      setBusy(null)
    }
  }

  return {
    state,
    name,
    problems,
    keepsSecrets,
    showsMore,
    check,
    refusals,
    failure,
    busy,
    setShowsMore,
    setName: setTypedName,
    setField(key: string, value: string | boolean) {
      setState(before => changeField(description, before, key, value))
      setProblems(before => new Map([...before].filter(([other]) => other !== key)))
      setCheck(null)
    },
    setPreset(id: string | null) {
      setState(before => choosePreset(description, before, id))
      setProblems(noProblems)
      setCheck(null)
    },
    test: () =>
      attempt('test', async () => {
        const settings = settingsToSend(fields, state.values)
        setCheck(await rpc.channel.check({ id: channel?.id, kind, settings }))
      }),
    save: () =>
      attempt('save', async () => {
        const change = { name: name.trim(), settings: settingsToSend(fields, state.values) }
        onSaved(
          channel
            ? await rpc.channel.update({ id: channel.id, ...change })
            : await rpc.channel.create({ kind, ...change }),
        )
      }),
  }
}
