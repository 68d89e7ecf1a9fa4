import { PHASE_TEMPLATES, templateMinutes, type PhaseTemplateId } from '@rapport/domain/phase-templates';
import { useT } from '../messages/use-t.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Select } from '../ui/Select.tsx';
import { fromSteps, toDraft, type DraftStep } from './template-draft.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import styles from './organise.module.css';

/** Which steps a round goes through: one of the ready templates, or one's own made out of it. */
export type TemplateDraft = { id: PhaseTemplateId | 'own'; steps: DraftStep[] };

export const DEFAULT_TEMPLATE_DRAFT: TemplateDraft = { id: 'default', steps: toDraft(PHASE_TEMPLATES.default) };

const READY = Object.keys(PHASE_TEMPLATES) as PhaseTemplateId[];

export const TemplateChoice = ({
  value,
  isWrong,
  onChange,
}: {
  value: TemplateDraft;
  /** Says what is wrong with the steps, once somebody has tried to go on. */
  isWrong: boolean;
  onChange: (value: TemplateDraft) => void;
}) => {
  const t = useT();
  const template = fromSteps(value.steps);
  const ids = value.id === 'own' ? ([...READY, 'own'] as const) : READY;
  return (
    <div className={styles['stack']}>
      <Select<TemplateDraft['id']>
        label={t('organise.template.title')}
        value={value.id}
        onChange={(id) => {
          if (id !== 'own') onChange({ id, steps: toDraft(PHASE_TEMPLATES[id]) });
        }}
        options={ids.map((id) => ({ value: id, label: t(`organise.template.${id}`) }))}
      />
      {template !== null && (
        <p className={styles['hint']}>
          {t('organise.template.sum', { steps: template.length, minutes: templateMinutes(template) })}
        </p>
      )}
      {template === null && isWrong && <p role="alert">{t('organise.template.wrong')}</p>}
      <Disclosure title={t('organise.template.edit')}>
        <TemplateEditor steps={value.steps} onChange={(steps) => onChange({ id: 'own', steps })} />
      </Disclosure>
    </div>
  );
};
