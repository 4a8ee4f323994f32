// A page that shows one SARIF log in Microsoft's viewer; sarif_test.py reads what it shows.
import * as React from 'react'
import * as ReactDOM from 'react-dom'
import { Viewer } from '@microsoft/sarif-web-component'

ReactDOM.render(<Viewer logs={[window.sarifLog]} />, document.getElementById('viewer'))
