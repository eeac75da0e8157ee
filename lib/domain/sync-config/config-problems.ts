import type { DataModel, Integration, IntegrationCategory } from '../../../db/schema/enums.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import type { Issue } from '../../errors.ts';
import { parentsOf, syncableModels } from './model-config.ts';
import { isChildModel } from './schema.ts';

/** Of a change what can be wrong although its form is right. */
interface Named {
  dataModel: DataModel;
  category?: string;
}

/** What a company's platform has to say against the change of a model, by paths that begin with `path`. */
export function problemsOf(change: Named, definition: ConnectorDefinition, path: string): Issue[] {
  const { dataModel, category } = change;
  const issues: Issue[] = [];
  const parents = isChildModel(dataModel) ? parentsOf(definition, dataModel) : [];
  if (parents.length > 0) {
    const message = `${dataModel} follows ${parents.join(' and ')} and can't be set alone`;
    issues.push({ path: under(path, 'dataModel'), message });
  } else if (!(syncableModels(definition) as DataModel[]).includes(dataModel)) {
    const known = syncableModels(definition).join(', ');
    issues.push({ path: under(path, 'dataModel'), message: `${definition.name} has no ${dataModel}; it has ${known}` });
  }
  if (category !== undefined && category !== definition.category) {
    issues.push({ path: under(path, 'category'), message: `${definition.name} is ${definition.category}` });
  }
  return issues;
}

/** What is wrong with the models that an invite link asks for. With a category alone any platform may come to have them. */
export function requestedProblems(
  requested: readonly Named[],
  link: { integration: Integration | null; integrationCategory: IntegrationCategory },
): Issue[] {
  const definition = link.integration && definitions[link.integration];
  return requested.flatMap((change, at) => {
    const path = `syncConfig.${at}`;
    if (definition) return problemsOf(change, definition, path);
    const issues: Issue[] = [];
    if (isChildModel(change.dataModel)) {
      const message = `${change.dataModel} follows the model it belongs to and can't be set alone`;
      issues.push({ path: under(path, 'dataModel'), message });
    }
    if (change.category !== undefined && change.category !== link.integrationCategory) {
      issues.push({ path: under(path, 'category'), message: `this link is for ${link.integrationCategory}` });
    }
    return issues;
  });
}

const under = (path: string, field: string) => (path ? `${path}.${field}` : field);
