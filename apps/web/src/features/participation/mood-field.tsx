import { IconMoodEmpty, IconMoodHappy, IconMoodSad, IconMoodSad2, IconMoodSmile } from '@tabler/icons-react';
import { TouchChoices } from '@forspring/ui/touch-fields';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

const faces = [IconMoodSad2, IconMoodSad, IconMoodEmpty, IconMoodSmile, IconMoodHappy] as const;
const values = [1, 2, 3, 4, 5] as const;

/** How the evening was, in one tap: a face with its word; colour says nothing. */
export function MoodField({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  return (
    <div className="pa-mood">
      <TouchChoices
        name="mood"
        label={words.mood}
        value={registration.merged.mood}
        onChange={(value) => registration.setFact('mood', value)}
        options={values.map((value, index) => {
          const Face = faces[index] ?? IconMoodEmpty;
          return {
            value,
            label: (
              <>
                <Face size={28} stroke={1.6} aria-hidden="true" />
                <small>{words.moods[index]}</small>
              </>
            ),
          };
        })}
      />
    </div>
  );
}
