<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About kwaicompare</source>
        <translation>关于 kwaicompare</translation>
    </message>
    <message>
        <source>Compares two editions of a Chinese report.</source>
        <translation>比较一份中文报告的新旧两版。</translation>
    </message>
    <message>
        <source>Version {version} · Python {python} · Qt {qt}</source>
        <translation>版本 {version} · Python {python} · Qt {qt}</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0.</source>
        <translation>许可：Apache-2.0。</translation>
    </message>
    <message>
        <source>Corpus:</source>
        <translation>文库：</translation>
    </message>
    <message>
        <source>The program never uses a network, not even to look for a newer version.</source>
        <translation>程序从不使用网络，也不会自行检查有没有新版本。</translation>
    </message>
    <message>
        <source>Newer versions: {link}</source>
        <translation>新版本：{link}</translation>
    </message>
    <message>
        <source>Licences of the bundled libraries: {path}</source>
        <translation>所含各库的许可：{path}</translation>
    </message>
    <message>
        <source>The libraries are packages of their own, each with its licence.</source>
        <translation>所用各库是独立的软件包，各有其许可。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>跳转(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open the corpus editions</source>
        <translation>打开文库中的两版</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右交换</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Cancel the work</source>
        <translation>取消正在进行的工作</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Through further editions…</source>
        <translation>多版走势…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with its place</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Reading panes</source>
        <translation>对照阅读</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Look-up</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Section map</source>
        <translation>章节对照</translation>
    </message>
    <message>
        <source>List of changes</source>
        <translation>改动列表</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Overview strip</source>
        <translation>全文概览条</translation>
    </message>
    <message>
        <source>Details of the passage</source>
        <translation>当前句段详情</translation>
    </message>
    <message>
        <source>Fold unchanged</source>
        <translation>折叠未变</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>上下对照</translation>
    </message>
    <message>
        <source>Changes by character</source>
        <translation>逐字标记</translation>
    </message>
    <message>
        <source>Only these two sections</source>
        <translation>只看这两节</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>默认字号</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处改动</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处改动</translation>
    </message>
    <message>
        <source>Next change not judged yet</source>
        <translation>下一处待核</translation>
    </message>
    <message>
        <source>Next row (Enter opens or follows it)</source>
        <translation>下一行（回车展开或跳转）</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next edit in the passage</source>
        <translation>句内下一处修改</translation>
    </message>
    <message>
        <source>Previous edit in the passage</source>
        <translation>句内上一处修改</translation>
    </message>
    <message>
        <source>Diff word by word anyway</source>
        <translation>仍逐词比较</translation>
    </message>
    <message>
        <source>Other half of a move</source>
        <translation>移动的另一端</translation>
    </message>
    <message>
        <source>Other pane</source>
        <translation>另一栏</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Look up the selection</source>
        <translation>查找选中文字</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处命中</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处命中</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>To be judged</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Counterparts</source>
        <translation>设为对应</translation>
    </message>
    <message>
        <source>One more counterpart</source>
        <translation>另加对应</translation>
    </message>
    <message>
        <source>Not counterparts</source>
        <translation>取消对应</translation>
    </message>
    <message>
        <source>No counterpart</source>
        <translation>无对应</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>恢复自动</translation>
    </message>
    <message>
        <source>Heading one level up</source>
        <translation>标题升一级</translation>
    </message>
    <message>
        <source>Heading one level down</source>
        <translation>标题降一级</translation>
    </message>
    <message>
        <source>Not a heading</source>
        <translation>不是标题</translation>
    </message>
    <message>
        <source>The passage is a heading</source>
        <translation>此段设为标题</translation>
    </message>
    <message>
        <source>Same indicator</source>
        <translation>同一指标</translation>
    </message>
    <message>
        <source>Different indicators</source>
        <translation>不是同一指标</translation>
    </message>
    <message>
        <source>Comparable as it stands</source>
        <translation>可直接比较</translation>
    </message>
    <message>
        <source>Rename the indicator</source>
        <translation>改指标名称</translation>
    </message>
    <message>
        <source>Not a figure</source>
        <translation>不是数据</translation>
    </message>
    <message>
        <source>Decide the figures anew</source>
        <translation>撤回对数字的认定</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About kwaicompare</source>
        <translation>关于 kwaicompare</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>All changes and what was ignored</source>
        <translation>全部改动与已忽略</translation>
    </message>
    <message>
        <source>With a figure that moved</source>
        <translation>含数字变化</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>筛选改动</translation>
    </message>
    <message>
        <source>Select a change to read it; Enter goes to the text.</source>
        <translation>选中一处改动即可阅读；按回车到正文。</translation>
    </message>
    <message>
        <source>No change: every passage of either edition stands in the other.</source>
        <translation>没有改动：两版的每一段都能在对方找到。</translation>
    </message>
    <message>
        <source>No change matches this filter.</source>
        <translation>没有符合筛选条件的改动。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Findings and verified</source>
        <translation>问题与核实</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Filter checks</source>
        <translation>筛选核查结果</translation>
    </message>
    <message>
        <source>Select a row to read its quotations; Enter goes to the text.</source>
        <translation>选中一行查看引文；按回车跳到原文。</translation>
    </message>
    <message>
        <source>Nothing to recompute: neither edition states a sum, a growth or a figure twice.</source>
        <translation>没有可复算的内容：两版都没有合计、增幅或重复出现的数字。</translation>
    </message>
    <message>
        <source>No check matches this filter.</source>
        <translation>没有符合筛选条件的核查结果。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查项</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>CollocateBars</name>
    <message>
        <source>{count} sentences</source>
        <translation>{count} 句</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Both editions side by side</source>
        <translation>两版并排对照</translation>
    </message>
    <message>
        <source>Overview of all changes</source>
        <translation>全部改动概览</translation>
    </message>
</context>
<context>
    <name>ConcordanceView</name>
    <message>
        <source>By section</source>
        <translation>按章节</translation>
    </message>
    <message>
        <source>By what follows</source>
        <translation>按后文</translation>
    </message>
    <message>
        <source>By what precedes</source>
        <translation>按前文</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>各行次序</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>{name} · {count} hits</source>
        <translation>{name} · {count} 处</translation>
    </message>
    <message>
        <source>“{query}” does not occur in this edition.</source>
        <translation>这一版中没有“{query}”。</translation>
    </message>
    <message>
        <source>Type into the look-up box: every place appears here.</source>
        <translation>在检索框中输入，所有出处列在这里。</translation>
    </message>
    <message>
        <source>Old edition</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>New edition</source>
        <translation>新版</translation>
    </message>
</context>
<context>
    <name>DetailStrip</name>
    <message>
        <source>Old passage</source>
        <translation>旧版句段</translation>
    </message>
    <message>
        <source>New passage</source>
        <translation>新版句段</translation>
    </message>
    <message>
        <source>Sections belong together: {reasons}</source>
        <translation>章节对应依据：{reasons}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open one or two documents</source>
        <translation>打开一份或两份文档</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>In the reading panes</source>
        <translation>对照阅读中</translation>
    </message>
    <message>
        <source>Next and previous change</source>
        <translation>下一处、上一处改动</translation>
    </message>
    <message>
        <source>Open a fold, follow a move</source>
        <translation>展开折叠、跟随移动</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
</context>
<context>
    <name>KeywordPlots</name>
    <message>
        <source>Old edition</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>New edition</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>Risen and fallen</source>
        <translation>上升与下降</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>两版斜率图</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>分布位置</translation>
    </message>
    <message>
        <source>Rates against each other</source>
        <translation>两版频率对照</translation>
    </message>
    <message>
        <source>Words beside it</source>
        <translation>同句词语</translation>
    </message>
    <message>
        <source>Replaced words</source>
        <translation>替换的词语</translation>
    </message>
    <message>
        <source>Which plot</source>
        <translation>显示哪种图</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>log₂ of the ratio of rates: bar = cautious bound, line = estimate</source>
        <translation>频率比的 log₂：条形为保守界，细线为估计值</translation>
    </message>
    <message>
        <source>occurrences per 10,000 characters</source>
        <translation>每万字出现次数</translation>
    </message>
    <message>
        <source>from the beginning to the end of each edition</source>
        <translation>各版自始至终</translation>
    </message>
    <message>
        <source>occurrences per 10,000 characters, logarithmic</source>
        <translation>每万字次数（对数刻度）</translation>
    </message>
    <message>
        <source>log-Dice: how strongly both share their sentences; 14 at most</source>
        <translation>log-Dice：两词同句的紧密程度，最高 14</translation>
    </message>
    <message>
        <source>what paired sentences exchange</source>
        <translation>对应句子之间替换的词</translation>
    </message>
    <message>
        <source>{a} → {b} · {drawn} of {known} terms · {filter}</source>
        <translation>{a} → {b} · {known} 个词中的 {drawn} 个 · {filter}</translation>
    </message>
    <message>
        <source>{a}: {count_a} ({rate_a} per 10k)   {b}: {count_b} ({rate_b} per 10k)</source>
        <translation>{a}：{count_a} 次（每万字 {rate_a}）   {b}：{count_b} 次（每万字 {rate_b}）</translation>
    </message>
</context>
<context>
    <name>KeywordScopes</name>
    <message>
        <source>the selection</source>
        <translation>所选文字</translation>
    </message>
</context>
<context>
    <name>KeywordsView</name>
    <message>
        <source>Could not write {path}</source>
        <translation>无法写入 {path}</translation>
    </message>
    <message>
        <source>All terms</source>
        <translation>全部词语</translation>
    </message>
    <message>
        <source>Risen</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>Fallen</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Which terms</source>
        <translation>显示哪些词</translation>
    </message>
    <message>
        <source>Filter terms</source>
        <translation>筛选词语</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>What was decided about words; read and write a word list</source>
        <translation>对词语的认定；读入、写出词表</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>并为一词</translation>
    </message>
    <message>
        <source>Count no longer</source>
        <translation>不再统计</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部词性</translation>
    </message>
    <message>
        <source>Nouns</source>
        <translation>名词</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>Adjectives</source>
        <translation>形容词</translation>
    </message>
    <message>
        <source>With Latin letters</source>
        <translation>含字母</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>其他词</translation>
    </message>
    <message>
        <source>Whole editions</source>
        <translation>两版全文</translation>
    </message>
    <message>
        <source>The section pair</source>
        <translation>当前章节</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>所选文字</translation>
    </message>
    <message>
        <source>Which part of speech</source>
        <translation>词性</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计范围</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Per 10k chars</source>
        <translation>每万字</translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation>离散度</translation>
    </message>
    <message>
        <source>Log ratio</source>
        <translation>对数比</translation>
    </message>
    <message>
        <source>G²</source>
        <translation>G²</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Log ratio
bound</source>
        <translation>对数比
下界</translation>
    </message>
    <message>
        <source>Gries&apos; DP: 0 evenly spread over the sections, 1 in one place only</source>
        <translation>Gries DP：0 为均匀分布于各章节，1 为只在一处</translation>
    </message>
    <message>
        <source>The end of the log ratio&apos;s confidence interval that is nearer to no change</source>
        <translation>对数比置信区间中更接近“无变化”的一端</translation>
    </message>
    <message>
        <source>Base-2 logarithm of the ratio of both rates: +1 is twice as often</source>
        <translation>两版频率之比以 2 为底的对数：+1 即多一倍</translation>
    </message>
    <message>
        <source>Log-likelihood: how surely the rates differ</source>
        <translation>对数似然值：频率确有差异的把握</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} / {known}</translation>
    </message>
    <message>
        <source>No words to compare: both editions are empty.</source>
        <translation>没有可比较的词语：两版都是空的。</translation>
    </message>
    <message>
        <source>No word stands here often enough to be compared.</source>
        <translation>此处没有出现得足够多、可以比较的词。</translation>
    </message>
    <message>
        <source>No term matches this filter.</source>
        <translation>没有符合筛选条件的词语。</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>All figures</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>In both editions</source>
        <translation>两版都有</translation>
    </message>
    <message>
        <source>With a caveat</source>
        <translation>口径有别</translation>
    </message>
    <message>
        <source>Only in the old edition</source>
        <translation>仅旧版</translation>
    </message>
    <message>
        <source>Only in the new edition</source>
        <translation>仅新版</translation>
    </message>
    <message>
        <source>Decided by hand</source>
        <translation>已指定</translation>
    </message>
    <message>
        <source>Filter figures</source>
        <translation>筛选数字</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Could not write {path}</source>
        <translation>无法写入 {path}</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Show the pairs on an axis instead of their sentences</source>
        <translation>以坐标图显示成对的数字，代替原句</translation>
    </message>
    <message>
        <source>per cent of the first figure; an arrow: a bound; dashed: does not compare as it stands</source>
        <translation>相当于首个数字的百分比；箭头：数值有界；虚线：口径有别</translation>
    </message>
    <message>
        <source>{b} in per cent of {a}; an arrow: no bound on that side</source>
        <translation>{b} 相当于 {a} 的百分比；箭头表示该侧没有界限</translation>
    </message>
    <message>
        <source>No figures were found in either edition.</source>
        <translation>两版中都没有找到数字。</translation>
    </message>
    <message>
        <source>No figure matches this filter.</source>
        <translation>没有符合筛选条件的数字。</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Select a row to read both source sentences; Enter goes to them. Right-click to correct a figure.</source>
        <translation>选中一行可读两版原句，回车跳到原处；右键可更正数字。</translation>
    </message>
    <message>
        <source>Comparable</source>
        <translation>可比性</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>{count} hits in {documents} documents</source>
        <translation>{documents} 份文件中共 {count} 处</translation>
    </message>
    <message>
        <source>the first {count} hits, in {documents} documents</source>
        <translation>前 {count} 处，见于 {documents} 份文件</translation>
    </message>
    <message>
        <source>The document has changed or is gone; “Update” reads the folders again.</source>
        <translation>该文件已改动或不存在；点“更新”重新读取文件夹。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Read what is new or changed in the folders</source>
        <translation>读取文件夹里新增或改动过的文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Open as the old edition</source>
        <translation>作为旧版打开</translation>
    </message>
    <message>
        <source>Open as the new edition</source>
        <translation>作为新版打开</translation>
    </message>
    <message>
        <source>Places in the library</source>
        <translation>资料库中的出处</translation>
    </message>
    <message>
        <source>The passage in the library</source>
        <translation>资料库中的上下文</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{documents} documents, {chars} characters</source>
        <translation>{documents} 份文件，{chars} 字</translation>
    </message>
    <message>
        <source>Add folders of reports: what you look up is found in them, too.</source>
        <translation>添加存放报告的文件夹：检索的内容也会在其中查找。</translation>
    </message>
    <message>
        <source>“{query}” does not occur in the library.</source>
        <translation>资料库中没有“{query}”。</translation>
    </message>
    <message>
        <source>Type into the look-up box: every place in the library appears here.</source>
        <translation>在检索框中输入：资料库中的每一处都列在这里。</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>把文件夹加入资料库</translation>
    </message>
    <message>
        <source>A click takes it out; its files stay</source>
        <translation>点击即移出，文件不受影响</translation>
    </message>
</context>
<context>
    <name>LookUpBox</name>
    <message>
        <source>Text, else pinyin</source>
        <translation>文字，无果则拼音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>All of these words in a sentence</source>
        <translation>同一句中出现全部词</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Figures by value: &gt; 1亿 件</source>
        <translation>按数值：&gt; 1亿 件</translation>
    </message>
    <message>
        <source>How to read the query</source>
        <translation>检索方式</translation>
    </message>
    <message>
        <source>Look up: words or zscq</source>
        <translation>检索：词语或 zscq</translation>
    </message>
    <message>
        <source>Look up in both editions</source>
        <translation>在两版中检索</translation>
    </message>
</context>
<context>
    <name>LookUps</name>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Keep this look-up</source>
        <translation>保留此检索</translation>
    </message>
    <message>
        <source>Forget the latest</source>
        <translation>清除最近的检索</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>As installed</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>New text…</source>
        <translation>新增文字…</translation>
    </message>
    <message>
        <source>Old text…</source>
        <translation>删去文字…</translation>
    </message>
    <message>
        <source>Moved text…</source>
        <translation>移动文字…</translation>
    </message>
    <message>
        <source>Figures that moved…</source>
        <translation>变动数字…</translation>
    </message>
    <message>
        <source>Colours of the palette</source>
        <translation>恢复默认配色</translation>
    </message>
    <message>
        <source>One colour for all changes</source>
        <translation>单色标记</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sections</source>
        <translation>章节对照</translation>
    </message>
    <message>
        <source>Open two files (Ctrl+O), or drop them here</source>
        <translation>打开两份文件（Ctrl+O），或把它们拖到这里</translation>
    </message>
    <message>
        <source>Change {number} of {total}</source>
        <translation>第 {number} 处改动，共 {total} 处</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Text and marks</source>
        <translation>文字与标记</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>清除记录</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>All opinions</source>
        <translation>全部批注</translation>
    </message>
    <message>
        <source>Text has changed since</source>
        <translation>文字已改</translation>
    </message>
    <message>
        <source>Place not found</source>
        <translation>未找到原处</translation>
    </message>
    <message>
        <source>Filter opinions</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Select an opinion to read its text; Enter goes there.</source>
        <translation>选中一条可读原文，回车跳到该处。</translation>
    </message>
    <message>
        <source>Nothing judged yet. Alt+2 passes the change at hand, Alt+3 returns it, Ctrl+M writes a note.</source>
        <translation>还没有批注。Alt+2 通过当前改动，Alt+3 退回，Ctrl+M 写批注。</translation>
    </message>
    <message>
        <source>No opinion matches this filter.</source>
        <translation>没有符合筛选的批注。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Note on this (Enter keeps it)</source>
        <translation>对此处的批注（回车保存）</translation>
    </message>
    <message>
        <source>Belongs to the subject at hand</source>
        <translation>附到当前处</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>No installed font can show Chinese. Install one, for example the package fonts-noto-cjk.</source>
        <translation>系统中没有可显示中文的字体；请安装一种，例如软件包 fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>Something went wrong in the program: {error}</source>
        <translation>程序内部出错：{error}</translation>
    </message>
    <message>
        <source>Report written: {path}</source>
        <translation>报告已写入：{path}</translation>
    </message>
    <message>
        <source>Only “{a}” and “{b}” are shown. Ctrl+Return shows everything again.</source>
        <translation>只显示“{a}”与“{b}”。按 Ctrl+Return 恢复全文。</translation>
    </message>
    <message>
        <source>{name} has changed on disk. F5 reads it again; place and decisions stay.</source>
        <translation>{name} 在磁盘上已改动。按 F5 重新读取，阅读位置和审读决定不变。</translation>
    </message>
    <message>
        <source>Cancelled before the comparison was done. F5 starts it again.</source>
        <translation>已取消，尚未比较完；按 F5 重新开始。</translation>
    </message>
    <message>
        <source>{a} stands on both sides. Open or drop another document to compare it with.</source>
        <translation>两侧都是 {a}；请打开或拖入另一份文件来比较。</translation>
    </message>
    <message>
        <source>{a} and {b} are identical, character by character: nothing to compare.</source>
        <translation>{a} 与 {b} 完全相同，没有可比较之处。</translation>
    </message>
</context>
<context>
    <name>Opinions</name>
    <message>
        <source>No change, section or figure is at hand.</source>
        <translation>当前没有可批注的改动、章节或数字。</translation>
    </message>
</context>
<context>
    <name>QuotedTable</name>
    <message>
        <source>Could not write {path}: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>Old edition</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>New edition</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} / {known}</translation>
    </message>
</context>
<context>
    <name>ReadingPanes</name>
    <message>
        <source>See also {edition}: {title}</source>
        <translation>另见 {edition} · {title}</translation>
    </message>
    <message>
        <source>{count} unchanged passages</source>
        <translation>{count} 个句段未变</translation>
    </message>
    <message>
        <source>Contents, page numbers and the like: {count} lines</source>
        <translation>目录、页码等附属部分 {count} 段</translation>
    </message>
    <message>
        <source>Moved: {text}</source>
        <translation>移动：{text}</translation>
    </message>
    <message>
        <source>{count} passages moved: {text}</source>
        <translation>移动 {count} 个句段：{text}</translation>
    </message>
</context>
<context>
    <name>ReplacedWords</name>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>left {count} times</source>
        <translation>仍余 {count} 处</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>已无遗留</translation>
    </message>
    <message>
        <source>No word is exchanged for another in two sentences or more.</source>
        <translation>没有在两句以上被替换的词。</translation>
    </message>
</context>
<context>
    <name>SectionMapModel</name>
    <message>
        <source>New ({count})</source>
        <translation>新增 ({count})</translation>
    </message>
    <message>
        <source>Only in the old edition ({count})</source>
        <translation>旧版独有（{count}）</translation>
    </message>
</context>
<context>
    <name>SectionMapView</name>
    <message>
        <source>Filter sections</source>
        <translation>筛选章节</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>改动种类</translation>
    </message>
    <message>
        <source>Section map</source>
        <translation>章节对照</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>SectionPanel</name>
    <message>
        <source>What became of the section</source>
        <translation>章节去向</translation>
    </message>
    <message>
        <source>“{title}” is taken up. Choose its counterpart and press Alt+S again.</source>
        <translation>已选定“{title}”。请选中它在另一版的对应章节，再按 Alt+S。</translation>
    </message>
</context>
<context>
    <name>StopWordsDialog</name>
    <message>
        <source>Words not counted</source>
        <translation>不计的词</translation>
    </message>
    <message>
        <source>One word a line. Add words that say nothing here; take out what should be counted. Single characters, figures and punctuation are never counted.</source>
        <translation>一行一词。加入在此没有意义的词，删去应当计入的词。单字、数字和标点从不计入。</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>在词表中查找</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ToolDock</name>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Look-up</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Old order</source>
        <translation>按旧版次序</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>按新版次序</translation>
    </message>
    <message>
        <source>Most changed first</source>
        <translation>改动大者在前</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>排列次序</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>WordDecisions</name>
    <message>
        <source>not counted: {word}</source>
        <translation>不统计：{word}</translation>
    </message>
    <message>
        <source>A click takes it back</source>
        <translation>点一下即撤回</translation>
    </message>
    <message>
        <source>Words not counted…</source>
        <translation>不计的词…</translation>
    </message>
    <message>
        <source>Read a word list…</source>
        <translation>读入词表…</translation>
    </message>
    <message>
        <source>Write the word list…</source>
        <translation>写出词表…</translation>
    </message>
    <message>
        <source>one word: {word}</source>
        <translation>一词：{word}</translation>
    </message>
    <message>
        <source>cut: {word}</source>
        <translation>拆开：{word}</translation>
    </message>
</context>
<context>
    <name>WordStrip</name>
    <message>
        <source>make one word</source>
        <translation>并为一词</translation>
    </message>
    <message>
        <source>Click a line between two words to make them one; click a word to cut it.</source>
        <translation>点竖线把左右并为一词；点词可拆开。</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>The two texts are identical, character by character.</source>
        <translation>两份文字逐字相同。</translation>
    </message>
    <message>
        <source>Figures that moved</source>
        <translation>数字变化</translation>
    </message>
    <message>
        <source>{judged} of {total} changes judged</source>
        <translation>已审 {judged} / {total}</translation>
    </message>
    <message>
        <source>{count} ignored</source>
        <translation>已忽略 {count} 处</translation>
    </message>
    <message>
        <source>Ignored: {kinds}</source>
        <translation>忽略：{kinds}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
</TS>
