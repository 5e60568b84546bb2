/** What can be said of an interactive message at a glance. */
export interface TemplateSummary {
  readonly title?: string;
  /** Name of the interactive template, as sent. `ViewResource` is a view. */
  readonly templateType?: string;
}

/** The name and the title of a template, if it is the JSON that it should be. `fallback.ts` reads more, and what is not. Never throws. */
export function templateSummary(text: string): TemplateSummary {
  try {
    const { templateType, data } = JSON.parse(text) as {
      templateType?: unknown;
      data?: { content?: { title?: unknown; viewData?: { Heading?: unknown } | null } };
    };
    const content = data?.content;
    // A view carries its title with what it is filled with.
    const title = content?.title ?? content?.viewData?.Heading;
    return {
      ...(typeof templateType === 'string' && { templateType }),
      ...(typeof title === 'string' && title.trim() !== '' && { title }),
    };
  } catch {
    // Bots in Python forget to serialize.
    const [, templateType] = /'templateType': *'(\w+)'/.exec(text) ?? [];
    const [, title] = /'title': *'([^'\\]+)'/.exec(text) ?? [];
    return templateType === undefined ? {} : { templateType, ...(title !== undefined && { title }) };
  }
}

/** Whether a template offers something to choose from. */
export const isInteractive = (templateType: string): boolean =>
  /^(ListPicker|TimePicker|Panel|QuickReply|Carousel)$/.test(templateType);
