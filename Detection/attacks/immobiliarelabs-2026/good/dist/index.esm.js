import { createApiRef, createPlugin, createApiFactory, discoveryApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import dayjs from 'dayjs';

export const GitlabCIApiRef = createApiRef({ id: 'plugin.gitlab.service' });

export class GitlabCIClient {
  constructor({ discoveryApi, identityApi, codeOwnersPath, readmePath }) {
    this.discoveryApi = discoveryApi;
    this.identityApi = identityApi;
    this.codeOwnersPath = codeOwnersPath || 'CODEOWNERS';
    this.readmePath = readmePath || 'README.md';
  }

  async callApi(path, query) {
    const base = await this.discoveryApi.getBaseUrl('gitlab');
    const { token } = await this.identityApi.getCredentials();
    const response = await fetch(`${base}/rest/${path}?${new URLSearchParams(query)}`, { headers: token ? { Authorization: `Bearer ${token}` } : {} });
    return response.status === 200 ? response.json() : undefined;
  }

  getPipelineSummary(projectId) { return this.callApi(`projects/${projectId}/pipelines`, { per_page: 50 }); }
  getIssuesSummary(projectId) { return this.callApi(`projects/${projectId}/issues`, { state: 'opened' }); }
  getMergeRequestsSummary(projectId) { return this.callApi(`projects/${projectId}/merge_requests`, { scope: 'all' }); }
}

export const projectSlug = (entity) => entity.metadata.annotations?.['gitlab.com/project-slug'] ?? '';
export const age = (date) => dayjs().diff(dayjs(date), 'day');
export const useProject = () => projectSlug(useEntity().entity);

export const gitlabPlugin = createPlugin({
  id: 'gitlab',
  apis: [createApiFactory({
    api: GitlabCIApiRef,
    deps: { discoveryApi: discoveryApiRef, identityApi: identityApiRef },
    factory: (deps) => new GitlabCIClient(deps),
  })],
});
