import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type AgentPrompts, fetchAgentPrompts } from '../../../data/bridge/campaign-actions.ts'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { promptsStepText } from '../../../ui/text/campaign-wizard.ts'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import { useDraft } from './draft-context.ts'
import { FirstMessage } from './first-message.tsx'
import { describePromptFault } from './prompt-fault.ts'
import classes from './wizard.module.css'

/** Asks the agents' side and writes its answer into the draft; own first messages can come back. */
function useAskAgents() {
  const { draft, store, editFields } = useDraft()
  const { id, firstMessageChat, firstMessageCall } = draft.campaign
  function take(prompts: AgentPrompts): void {
    const replaces =
      (firstMessageChat !== '' && firstMessageChat !== prompts.first_message_chat) ||
      (firstMessageCall !== '' && firstMessageCall !== prompts.first_message_call)
    editFields({
      promptChat: prompts.prompt_chat,
      promptCall: prompts.prompt_call,
      firstMessageChat: prompts.first_message_chat,
      firstMessageCall: prompts.first_message_call,
    })
    if (!replaces) return
    offerUndo({
      message: promptsStepText.replaced,
      undo: () => {
        editFields({ firstMessageChat, firstMessageCall })
      },
    })
  }
  return useMutation({
    mutationFn: async () => {
      await store.flush()
      return fetchAgentPrompts(bridge(), id)
    },
    meta: { quiet: true },
    onSuccess: take,
  })
}

function PromptTexts() {
  const { promptChat, promptCall } = useDraft().draft.campaign
  const texts = [
    [promptsStepText.promptChat, promptChat],
    [promptsStepText.promptCall, promptCall],
  ] as const
  return (
    <section className={classes['section']} aria-label={promptsStepText.prompts}>
      <h2>{promptsStepText.prompts}</h2>
      <p className={classes['muted']}>{promptsStepText.promptsAdvice}</p>
      {texts.map(([label, text]) => (
        <details key={label} className={classes['fold']}>
          <summary>{label}</summary>
          <div className={classes['foldBody']}>
            {text === '' ? promptsStepText.noPrompts : <TextBlock text={text} />}
          </div>
        </details>
      ))}
    </section>
  )
}

/** What the agents say first and how they are instructed, as their side tells it. */
export function PromptsStep() {
  const { draft } = useDraft()
  const { channels, promptChat, promptCall } = draft.campaign
  const ask = useAskAgents()
  const fault = ask.isError ? describePromptFault(ask.error) : null
  const asked = promptChat !== '' || promptCall !== ''
  return (
    <>
      <section className={classes['section']}>
        <p>{promptsStepText.intro}</p>
        <div className={classes['line']}>
          <Button
            variant={asked ? 'default' : 'filled'}
            loading={ask.isPending}
            onClick={() => {
              ask.mutate()
            }}
          >
            {asked ? promptsStepText.askAgain : promptsStepText.ask}
          </Button>
          <span role="status">{ask.isPending ? promptsStepText.asking : ''}</span>
        </div>
        {fault !== null && (
          <div className={classes['problem']} role="alert">
            <div>
              <strong>{promptsStepText.failed}</strong>
              <p>{`${fault.title.replace(/\.$/, '')}. ${fault.advice}`}</p>
            </div>
          </div>
        )}
      </section>
      <section className={classes['section']} aria-label={promptsStepText.first}>
        <h2>{promptsStepText.first}</h2>
        <p className={classes['muted']}>{promptsStepText.kept}</p>
        {channels.includes('whatsapp') && <FirstMessage channel="whatsapp" />}
        {channels.includes('call') && <FirstMessage channel="call" />}
      </section>
      <PromptTexts />
    </>
  )
}
