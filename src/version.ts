/** This package's version, as the service sees it in `x-amz-user-agent`. A test keeps it equal to package.json's. */
export const version = '0.1.0';
