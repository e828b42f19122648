import type { CancellationToken } from 'vscode';
import {
  SameTopic,
  type SameTopicParams,
  type SameTopicResult,
  TopicMatrix,
  type TopicMatrixParams,
  type TopicMatrixResult,
  TopicPassages,
  type TopicPassagesParams,
  type TopicPassagesResult,
} from '../../../server/src/protocol/protocol.ts';
import type { Server } from '../server.ts';

/** What views ask of the server; `undefined` where none is running (the user has been told). */
export interface TopicRequests {
  sameTopic(params: SameTopicParams, token?: CancellationToken): Promise<SameTopicResult | undefined>;
  matrix(): Promise<TopicMatrixResult | undefined>;
  passages(params: TopicPassagesParams): Promise<TopicPassagesResult | undefined>;
}

/** Several views ask for the same matrix: it is asked for once until `forget` is called. */
export function topicRequests(server: Server): TopicRequests & { forget(): void } {
  let matrix: Promise<TopicMatrixResult | undefined> | undefined;
  const ask = async <Result>(
    method: string,
    params: SameTopicParams | TopicMatrixParams | TopicPassagesParams,
    token?: CancellationToken,
  ): Promise<Result | undefined> => {
    const client = await server.client();
    // What is undefined would be sent as one parameter more.
    return client?.sendRequest<Result>(method, params, ...(token === undefined ? [] : [token]));
  };
  const askForMatrix = (): Promise<TopicMatrixResult | undefined> => {
    const asked = ask<TopicMatrixResult>(TopicMatrix, { places: 0 });
    matrix = asked;
    // An answer that did not come is asked for again.
    const forgetUnless = (answer?: TopicMatrixResult): void => {
      if (answer === undefined && matrix === asked) matrix = undefined;
    };
    asked.then(forgetUnless, () => forgetUnless());
    return asked;
  };
  return {
    sameTopic: (params, token) => ask(SameTopic, params, token),
    matrix: () => matrix ?? askForMatrix(),
    passages: (params) => ask(TopicPassages, params),
    forget: () => {
      matrix = undefined;
    },
  };
}
