import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import type { Field } from '../../src/content/views/view-tree.js';
import { controlId, type Drawing } from './drawing.js';
import { describedBy } from './field-notes.js';

/** What every native control has of its field, whichever element it is. */
class Control extends Directive {
  override render(_field: Field, _drawing: Drawing): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [field, drawing]: DirectiveParameters<this>): unknown {
    const control = element as HTMLInputElement;
    control.id = controlId(field);
    control.disabled = field.disabled;
    control.ariaRequired = field.required ? 'true' : null;
    control.ariaInvalid = drawing.problems.has(field.id) ? 'true' : null;
    const notes = describedBy(field, drawing);
    if (notes === '') control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', notes);
    return noChange;
  }
}

/** Ties the control that it stands in to its field: its id, whether it can be used, and what assistive technology is told of it. */
export const control = directive(Control);
