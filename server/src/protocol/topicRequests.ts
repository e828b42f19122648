import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { offsetAt } from '../statement/document.ts';
import type { Answering } from './answering.ts';
import { normalUri } from './convert.ts';
import {
  AddToTopic,
  type AddToTopicParams,
  type AddToTopicResult,
  SameTopic,
  type SameTopicParams,
  TopicMatrix,
  type TopicMatrixParams,
  TopicPassages,
  type TopicPassagesParams,
  Topics,
  type TopicsResult,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Registers the requests on topics. What answers them is loaded when the first one comes. */
export function registerTopicRequests(connection: Connection, answering: Answering, current: () => Session): void {
  const folders = () => current().workspace.folders;

  connection.onRequest(
    SameTopic,
    answering(SameTopic, async ({ textDocument, position, scripts = false }: SameTopicParams) => {
      const { answerSameTopic } = await import('./sameTopic.ts');
      const uri = normalUri(textDocument.uri);
      const context = await current().topicContext();
      const document = context.corpus.get(uri)?.document;
      if (!document) throw new ResponseError(LSPErrorCodes.RequestFailed, `not in the corpus: ${textDocument.uri}`);
      return answerSameTopic(context, folders(), { uri, document, offset: offsetAt(document, position), scripts });
    }),
  );
  connection.onRequest(
    Topics,
    answering(Topics, async (): Promise<TopicsResult> => {
      const { toTopicName } = await import('./topics.ts');
      const { topics } = await current().topicContext();
      return { topics: topics.map(toTopicName) };
    }),
  );
  connection.onRequest(
    TopicMatrix,
    answering(TopicMatrix, async (params: TopicMatrixParams | null) => {
      const { answerTopicMatrix } = await import('./topics.ts');
      return answerTopicMatrix(await current().topicContext(), folders(), params ?? {});
    }),
  );
  connection.onRequest(
    TopicPassages,
    answering(TopicPassages, async (params: TopicPassagesParams) => {
      const { answerTopicPassages } = await import('./topics.ts');
      return answerTopicPassages(await current().topicContext(), folders(), params);
    }),
  );
  connection.onRequest<AddToTopicResult, void>(
    AddToTopic,
    answering(AddToTopic, async (params: AddToTopicParams) => {
      const { addToTopic } = await import('./addToTopic.ts');
      return addToTopic(await current().tools.forTopics(), params);
    }),
  );
}
