import { Label, RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import choice from './Choice.module.css';
import field from './Field.module.css';

/** One of a few that need a word of explanation each. */
export const RadioGroup = <Value extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  isDisabled = false,
}: {
  label: string;
  /** One line below the label. */
  hint?: string;
  options: readonly { value: Value; label: string; hint?: string; isDisabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
}) => (
  <AriaRadioGroup
    className={String(field['field'])}
    value={value}
    isDisabled={isDisabled}
    onChange={(chosen) => {
      const option = options.find((one) => one.value === chosen);
      if (option !== undefined) onChange(option.value);
    }}
  >
    <Label className={field['label']}>{label}</Label>
    {hint !== undefined && (
      <Text slot="description" className={field['hint']}>
        {hint}
      </Text>
    )}
    {options.map((one) => (
      <RadioField
        key={one.value}
        value={one.value}
        isDisabled={one.isDisabled === true}
        className={String(choice['field'])}
      >
        <RadioButton className={String(choice['choice'])}>
          <span className={choice['ring']} aria-hidden="true" />
          <span>{one.label}</span>
        </RadioButton>
        {one.hint !== undefined && (
          <Text slot="description" className={choice['hint']}>
            {one.hint}
          </Text>
        )}
      </RadioField>
    ))}
  </AriaRadioGroup>
);
