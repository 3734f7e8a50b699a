import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaybookDetail } from '#contract/playbook.ts'
import { EditorHeader } from './EditorHeader.tsx'
import { PlaybookPicture } from './PlaybookPicture.tsx'
import { ProblemList } from './ProblemList.tsx'
import { whyNotSavable } from './savable.ts'
import { TestPanel } from './TestPanel.tsx'
import { useCheckedYaml } from './useCheckedYaml.ts'
import { usePlaybookActions } from './usePlaybookActions.ts'
import { useTestRun } from './useTestRun.ts'
import { keepDraft, usePlaybooks } from './playbooksStore.ts'
import { walkedPath } from './walkedPath.ts'
import { YamlEditor } from './YamlEditor.tsx'
import { lineOfStep } from './yamlText.ts'

export interface PlaybookEditorProps {
  /** Its own, or `NEW`. */
  id: string
  /** As it is stored; null for a new one. */
  detail: PlaybookDetail | null
}

/** The text on one side, on the other its picture and a dialogue to try it. */
export function PlaybookEditor({ id, detail }: PlaybookEditorProps) {
  const { t } = useTranslation()
  const draft = usePlaybooks(({ drafts }) => drafts.get(id) ?? null)
  const stored = detail?.yaml ?? null
  const yaml = draft ?? stored ?? t('playbooks.exampleYaml')
  const isChanged = stored === null || (draft !== null && draft !== stored)
  const checked = useCheckedYaml(yaml, detail?.graph ?? null)
  const whyNot = whyNotSavable(isChanged, checked)
  const actions = usePlaybookActions(id, detail)
  const { test, play, playAs, startAgain } = useTestRun()
  const [jump, setJump] = useState<{ line: number } | null>(null)
  const isBroken = checked.problems.length > 0
  const badLines = new Set(checked.problems.map(({ line }) => line).filter(line => line !== null))

  function showStep(stepId: string) {
    const line = lineOfStep(yaml, stepId)
    if (line !== null) setJump({ line })
  }

  return (
    <div className="flex h-full flex-col overflow-y-auto px-5 py-4 sm:px-8">
      <EditorHeader
        detail={detail}
        isChanged={draft !== null && draft !== stored}
        whyNot={whyNot}
        actions={actions}
        onSave={() => actions.save(yaml)}
      />
      <div className="grid min-h-0 flex-1 grid-cols-1 gap-4 min-[1100px]:grid-cols-2">
        <div className="flex min-h-112 min-w-0 flex-col gap-2 min-[1100px]:min-h-0">
          <div className="min-h-0 flex-1 max-[1099px]:h-96">
            <YamlEditor
              label={t('playbooks.edit.text')}
              describedBy="playbook-problems"
              value={yaml}
              onChange={text => keepDraft(id, text === stored ? null : text)}
              badLines={badLines}
              jump={jump}
            />
          </div>
          <ProblemList id="playbook-problems" checked={checked} onJump={line => setJump({ line })} />
        </div>
        <div className="grid min-h-0 min-w-0 grid-cols-1 grid-rows-[minmax(16rem,3fr)_minmax(16rem,2fr)] gap-4 max-[1099px]:grid-rows-[28rem_24rem]">
          <PlaybookPicture
            graph={checked.graph}
            isOld={checked.isGraphOld}
            path={walkedPath(test.run, checked.graph)}
            onStep={showStep}
          />
          <TestPanel
            test={test}
            isOld={test.run !== null && test.yaml !== yaml}
            isBroken={isBroken}
            onSay={message => void play(yaml, [...test.messages, message], test.asker)}
            onAsker={asker => playAs(yaml, asker)}
            onPlayAgain={() => void play(yaml, test.messages, test.asker)}
            onStartAgain={startAgain}
            onStep={showStep}
          />
        </div>
      </div>
    </div>
  )
}
