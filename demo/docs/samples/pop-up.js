const popup = window.open(flowUrl, 'bank-payment', 'popup,width=480,height=760'); // in the click, or it is blocked
Object.assign(status, { sessionId, baseUrl: new URL(flowUrl).origin, flowWindow: popup });
