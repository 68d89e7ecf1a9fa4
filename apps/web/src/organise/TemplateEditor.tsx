import { PhaseKind } from '@rapport/domain/phases';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ArrowDownIcon } from '../ui/icons/ArrowDownIcon.tsx';
import { ArrowUpIcon } from '../ui/icons/ArrowUpIcon.tsx';
import { CloseIcon } from '../ui/icons/CloseIcon.tsx';
import { Select } from '../ui/Select.tsx';
import { addStep, MOST_STEPS, moveStep, type DraftStep } from './template-draft.ts';
import styles from './TemplateEditor.module.css';

/** The steps of a session as a list: any kind may repeat, be left out or stand elsewhere. No dragging is needed. */
export const TemplateEditor = ({
  steps,
  onChange,
}: {
  steps: readonly DraftStep[];
  onChange: (steps: DraftStep[]) => void;
}) => {
  const t = useT();
  const change = (at: number, patch: Partial<DraftStep>): void =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...patch } : step)));
  return (
    <div className={styles['editor']}>
      <ol className={styles['steps']}>
        {steps.map((step, index) => {
          const number = index + 1;
          return (
            <li key={step.key} className={styles['step']}>
              <div className={styles['kind']}>
                <Select<PhaseKind>
                  label={t('organise.template.kind', { number })}
                  hideLabel
                  value={step.kind}
                  onChange={(kind) => change(index, { kind })}
                  options={PhaseKind.options.map((kind) => ({ value: kind, label: t(`shell.phase.${kind}`) }))}
                />
              </div>
              <label className={styles['minutes']}>
                <span className="visually-hidden">{t('organise.template.minutes', { number })}</span>
                <input
                  inputMode="numeric"
                  value={step.minutes}
                  onChange={(event) => change(index, { minutes: event.target.value })}
                />
                <span aria-hidden="true">{t('organise.template.minutesShort')}</span>
              </label>
              <div className={styles['deeds']}>
                <IconButton
                  label={t('organise.template.up', { number })}
                  icon={<ArrowUpIcon />}
                  isDisabled={index === 0}
                  onPress={() => onChange(moveStep(steps, index, -1))}
                />
                <IconButton
                  label={t('organise.template.down', { number })}
                  icon={<ArrowDownIcon />}
                  isDisabled={index === steps.length - 1}
                  onPress={() => onChange(moveStep(steps, index, 1))}
                />
                <IconButton
                  label={t('organise.template.remove', { number })}
                  icon={<CloseIcon />}
                  isDisabled={steps.length === 1}
                  onPress={() => onChange(steps.toSpliced(index, 1))}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button size="small" isDisabled={steps.length >= MOST_STEPS} onPress={() => onChange(addStep(steps))}>
          {t('organise.template.add')}
        </Button>
      </div>
    </div>
  );
};
